package dev.licet.facts;

/**
 * The verbs of the rules: what a rule file says after {@code then}. By this class, named as the global {@code findings}, rule files
 * are plain Drools, which any tool for it compiles; Licet reads their calls and does not run them. Callers of the library do not
 * need it.
 */
public interface Findings {

    /**
     * It may not proceed; no authorization is on offer.
     *
     * @param because the reason, a phrase that goes on after "because"
     */
    void prohibit(String because);

    /**
     * Somebody must authorize it first.
     *
     * @param policy how an application is reviewed
     * @param because the reason, a phrase that goes on after "because"
     */
    void requireLicense(ReviewPolicy policy, String because);

    /**
     * An obligation goes with it.
     *
     * @param obligation what is to be done
     * @param because the reason, a phrase that goes on after "because"
     */
    void impose(String obligation, String because);

    /**
     * A person must resolve a red flag first.
     *
     * @param because the reason, a phrase that goes on after "because"
     */
    void flag(String because);

    /**
     * An exception to a rule applies.
     *
     * @param rule the id of the rule that is excepted
     * @param because the reason, a phrase that goes on after "because"
     */
    void except(String rule, String because);

    /**
     * An exception to a rule applies on a condition, which becomes an obligation.
     *
     * @param rule the id of the rule that is excepted
     * @param because the reason, a phrase that goes on after "because"
     * @param obligation what is to be done
     */
    void except(String rule, String because, String obligation);

    /**
     * A definition holds, so that other rules can ask for {@code Term( is("…") )}.
     *
     * @param term the term's name
     */
    void define(String term);
}
