package dev.licet.desk;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** An SVG file, read as the XML it is. */
record Picture(Document document) {

    static Picture of(Path file) throws IOException {
        try {
            return new Picture(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
        } catch (ParserConfigurationException | SAXException broken) {
            throw new AssertionError("not well-formed: " + file, broken);
        }
    }

    List<Element> all(String element) {
        var found = document.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    List<Element> of(String element, String ofClass) {
        return all(element).stream()
                .filter(one -> one.getAttribute("class").equals(ofClass))
                .toList();
    }

    Element byId(String element, String id) {
        List<Element> found = all(element).stream()
                .filter(one -> one.getAttribute("id").equals(id))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + element + " " + id);
        }
        return found.get(0);
    }

    static String title(Element element) {
        return element.getElementsByTagName("title").item(0).getTextContent();
    }

    /** The lines of text, from the top to the foot. */
    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }

    static Path2D outline(Element path) {
        var outline = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (String ring : path.getAttribute("d").split("Z")) {
            Matcher points = Pattern.compile("(-?[\\d.]+),(-?[\\d.]+)").matcher(ring);
            var all = new ArrayList<double[]>();
            while (points.find()) {
                all.add(new double[] {Double.parseDouble(points.group(1)), Double.parseDouble(points.group(2))});
            }
            outline.moveTo(all.get(0)[0], all.get(0)[1]);
            all.forEach(point -> outline.lineTo(point[0], point[1]));
            outline.closePath();
        }
        return outline;
    }
}
