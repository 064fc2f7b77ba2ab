package dev.licet.benchmarks;

import dev.licet.Licet;
import java.util.List;

/** A process that decides once with all bundled packs and says so; "heap" as its argument makes it say how much it then holds. */
final class Start {
    /** Begins the line that is printed with the first decision. */
    static final String DECIDED = "decided ";

    /** Begins the line with the bytes in use. */
    static final String HEAP = "heap ";

    private Start() {}

    /** Started by {@link Run}, with nothing but Licet on the class path. */
    public static void main(String[] arguments) {
        Licet licet = Licet.standard();
        Case first = Cases.random(7, 1).get(0);
        System.out.println(
                DECIDED + licet.decide(Requests.withUnknown(first, 0)).outcome());
        if (List.of(arguments).contains("heap")) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.println(HEAP + (runtime.totalMemory() - runtime.freeMemory()));
            // Used after it was measured, or there would be nothing left to measure.
            System.out.println(licet.packs().size());
        }
    }
}
