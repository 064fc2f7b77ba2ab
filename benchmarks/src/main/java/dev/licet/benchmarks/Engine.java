package dev.licet.benchmarks;

import java.util.function.Supplier;

/** Something that decides cases by the fifteen rules; safe for use by many threads. */
@FunctionalInterface
public interface Engine {

    /** Decides one case, its translation into the engine's own facts included. */
    Answer decide(Case asked);

    /** All that are compared. */
    enum Named {
        HAND_WRITTEN("hand-written Java", HandWritten::new),
        LICET("Licet", () -> new LicetEngine(Loaded.FIFTEEN.licet())),
        DROOLS("Drools, new session", () -> new PlainDrools(false)),
        DROOLS_STATELESS("Drools, StatelessKieSession", () -> new PlainDrools(true)),
        DMN("DMN (kie-dmn-core)", DmnEngine::new),
        CEL("CEL-java", CelEngine::new),
        CEDAR("Cedar (cedar-java)", CedarEngine::new),
        SAPL("SAPL, embedded", SaplEngine::new),
        EVRETE("Evrete", EvreteEngine::new),
        EASY_RULES("Easy Rules", EasyRulesEngine::new),
        CASBIN("jCasbin", CasbinEngine::new);

        private final String title;
        private final Supplier<Engine> maker;

        Named(String title, Supplier<Engine> maker) {
            this.title = title;
            this.maker = maker;
        }

        String title() {
            return title;
        }

        /** Compiles its rules. */
        Engine make() {
            return maker.get();
        }

        /** Whether it names all rules that stand, and not only the one that decides. */
        boolean namesAllRules() {
            return this != CASBIN;
        }
    }
}
