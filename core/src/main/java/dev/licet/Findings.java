package dev.licet;

import java.util.function.Consumer;

/**
 * The verbs of the rules: what a rule file says after {@code then}. By this class, named as the global {@code findings}, rule files
 * are plain Drools, which any tool for it compiles; Licet reads their calls and does not run them. Callers of the library do not
 * need it.
 */
public final class Findings {

    /** One verb that one match of a rule has spoken. */
    sealed interface Verdict {
        record Found(Effect effect, Policy policy, String because, String duty) implements Verdict {}

        record Lifted(String rule, String because, String duty) implements Verdict {}

        /** A definition holds. */
        record Defined(String term) implements Verdict {}
    }

    private final Consumer<Verdict> hear;

    Findings(Consumer<Verdict> hear) {
        this.hear = hear;
    }

    /**
     * It may not proceed; no authorization is on offer.
     *
     * @param because the reason, a phrase that goes on after "because"
     */
    public void prohibit(String because) {
        hear.accept(new Verdict.Found(Effect.PROHIBIT, Policy.NOT_STATED, because, ""));
    }

    /**
     * Somebody's authorization is needed first.
     *
     * @param policy how an application is reviewed
     * @param because the reason, a phrase that goes on after "because"
     */
    public void requireLicense(Policy policy, String because) {
        hear.accept(new Verdict.Found(Effect.REQUIRE_LICENSE, policy, because, ""));
    }

    /**
     * A duty goes with it.
     *
     * @param duty what is to be done
     * @param because the reason, a phrase that goes on after "because"
     */
    public void impose(String duty, String because) {
        hear.accept(new Verdict.Found(Effect.IMPOSE, Policy.NOT_STATED, because, duty));
    }

    /**
     * A red flag stands open until a person resolves it.
     *
     * @param because the reason, a phrase that goes on after "because"
     */
    public void flag(String because) {
        hear.accept(new Verdict.Found(Effect.FLAG, Policy.NOT_STATED, because, ""));
    }

    /**
     * An exception takes a rule away.
     *
     * @param rule the id of the rule that is lifted
     * @param because the reason, a phrase that goes on after "because"
     */
    public void lift(String rule, String because) {
        lift(rule, because, "");
    }

    /**
     * An exception takes a rule away, on a condition that becomes a duty.
     *
     * @param rule the id of the rule that is lifted
     * @param because the reason, a phrase that goes on after "because"
     * @param duty what is to be done
     */
    public void lift(String rule, String because, String duty) {
        hear.accept(new Verdict.Lifted(rule, because, duty));
    }

    /**
     * A definition holds, so that other rules can ask for {@code Term( is("…") )}.
     *
     * @param term the term's name
     */
    public void define(String term) {
        hear.accept(new Verdict.Defined(term));
    }
}
