package dev.licet.desk;

import dev.licet.law.Outcome;

/**
 * How an outcome looks: a color that the color-blind can distinguish too (after Okabe and Ito), a pattern and the shape
 * of a mark, so that a gray print shows it too.
 */
enum Palette {
    PERMITTED("#009E73", "", "M-3.4,0A3.4,3.4 0 1 0 3.4,0A3.4,3.4 0 1 0 -3.4,0Z"),
    CONDITIONAL("#56B4E9", "M0,3H6", "M-3,-3H3V3H-3Z"),
    UNDETERMINED("#F0E442", "M1.2,1.5h1.2M4.2,4.5h1.2", "M0,-4L3.8,3H-3.8Z"),
    LICENSE_REQUIRED("#E69F00", "M-1,1L1,-1M0,6L6,0M5,7L7,5", "M0,-4.4L4.4,0L0,4.4L-4.4,0Z"),
    PROHIBITED("#D55E00", "M0,0L6,6M6,0L0,6", "M-4,-2L-2,-4L0,-2L2,-4L4,-2L2,0L4,2L2,4L0,2L-2,4L-4,2L-2,0Z");

    /** What is not decided. */
    static final String NEUTRAL = "#D9D9D9";

    private final String colour;
    private final String lines;
    private final String mark;

    Palette(String colour, String lines, String mark) {
        this.colour = colour;
        this.lines = lines;
        this.mark = mark;
    }

    static Palette of(Outcome outcome) {
        return valueOf(outcome.name());
    }

    /** A path around 0,0. */
    String mark() {
        return mark;
    }

    String colour() {
        return colour;
    }

    /** The value of a fill attribute. */
    String fill() {
        return lines.isEmpty() ? colour : "url(#" + name() + ")";
    }

    /** Writes what the fills refer to. */
    static void define(Svg svg) {
        for (Palette each : values()) {
            if (!each.lines.isEmpty()) {
                svg.open("pattern", "id", each.name(), "width", "6", "height", "6", "patternUnits", "userSpaceOnUse");
                svg.leaf("rect", "width", "6", "height", "6", "fill", each.colour);
                svg.leaf("path", "d", each.lines, "stroke", "#000", "stroke-opacity", "0.55", "stroke-width", "0.9");
                svg.close();
            }
        }
    }
}
