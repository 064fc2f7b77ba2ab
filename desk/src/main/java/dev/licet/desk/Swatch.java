package dev.licet.desk;

/** A small field of a legend. */
final class Swatch {
    private Swatch() {}

    static void draw(Svg svg, double x, double y, String fill) {
        svg.leaf(
                "rect",
                "x",
                Svg.number(x),
                "y",
                Svg.number(y - 11),
                "width",
                "32",
                "height",
                "14",
                "fill",
                fill,
                "stroke",
                "#333",
                "stroke-width",
                "0.6");
    }
}
