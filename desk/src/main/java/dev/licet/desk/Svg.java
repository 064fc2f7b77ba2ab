package dev.licet.desk;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a picture. */
final class Svg {
    /** The widths of small and capital letters of a common sans-serif face, in parts of its size; rather too much than too little. */
    private static final double SMALL = 0.56;

    private static final double CAPITAL = 0.7;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private interface Step {
        void write() throws XMLStreamException;
    }

    Svg(double width, double height, String title, String description) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException broken) {
            throw new IllegalStateException(broken);
        }
        run(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
        });
        String size = number(width);
        open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                size,
                "height",
                number(height),
                "viewBox",
                "0 0 " + size + " " + number(height),
                "style",
                "max-width:100%;height:auto",
                "role",
                "img",
                "aria-labelledby",
                "title description",
                "font-family",
                "Helvetica, Arial, sans-serif");
        text("title", title, "id", "title");
        text("desc", description, "id", "description");
        leaf("rect", "width", size, "height", number(height), "fill", "#fff");
    }

    private static void run(Step step) {
        try {
            step.write();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], sound(namesAndValues[i + 1]));
        }
    }

    Svg open(String element, String... namesAndValues) {
        run(() -> {
            xml.writeStartElement(element);
            attributes(namesAndValues);
        });
        return this;
    }

    Svg close() {
        run(() -> {
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
        return this;
    }

    Svg leaf(String element, String... namesAndValues) {
        run(() -> {
            xml.writeEmptyElement(element);
            attributes(namesAndValues);
            xml.writeCharacters("\n");
        });
        return this;
    }

    Svg text(String element, String content, String... namesAndValues) {
        open(element, namesAndValues);
        run(() -> xml.writeCharacters(sound(content)));
        return close();
    }

    /** A line of text. */
    Svg line(double x, double y, double size, String content, String... namesAndValues) {
        var all = new ArrayList<>(List.of("x", number(x), "y", number(y), "font-size", number(size)));
        all.addAll(List.of(namesAndValues));
        return text("text", content, all.toArray(String[]::new));
    }

    String written() {
        run(() -> {
            xml.writeEndElement();
            xml.writeEndDocument();
        });
        return text + "\n";
    }

    /** How wide a text is at most, roughly: the face is the viewer's. */
    static double width(String content, double size) {
        return content.codePoints()
                        .mapToDouble(sign -> sign >= 0x1100 ? 1 : Character.isUpperCase(sign) ? CAPITAL : SMALL)
                        .sum()
                * size;
    }

    /** A text cut to a width. */
    static String cut(String content, double size, double width) {
        if (width(content, size) <= width) {
            return content;
        }
        int[] signs = content.codePoints().toArray();
        int kept = signs.length;
        while (kept > 0 && width(new String(signs, 0, kept) + "…", size) > width) {
            kept--;
        }
        return new String(signs, 0, kept).strip() + "…";
    }

    /** A text in lines of at most a width; a word that is longer is cut. */
    static List<String> wrapped(String content, double size, double width) {
        var lines = new ArrayList<String>();
        String line = "";
        for (String word : content.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                longer = word;
            }
            line = cut(longer, size, width);
        }
        lines.add(line);
        return lines;
    }

    /** With one digit behind the point, the same in every locale. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths) % 10;
    }

    /** Without signs that XML forbids. */
    private static String sound(String content) {
        var kept = new StringBuilder();
        Decide.printable(content)
                .codePoints()
                .map(sign -> sign >= 0xD800 && sign <= 0xDFFF || sign >= 0xFFFE && sign <= 0xFFFF ? 0xFFFD : sign)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
