package dev.licet.answer;

import dev.licet.law.Layer;
import java.util.List;
import java.util.Map;

/** The reasons for the outcomes of a decision, each worked out when it is asked for; {@link Decision} says what each part is. */
public interface Reasons {
    /**
     * The digest of the manifest of the law.
     *
     * @return sha256, a colon, and hexadecimal digits
     */
    String law();

    /**
     * The rules that decide each layer.
     *
     * @return the ids by layer
     */
    Map<Layer, List<String>> decidedBy();

    /**
     * What the rules say about the request.
     *
     * @return the findings
     */
    List<Finding> findings();

    /**
     * The assumptions that mattered.
     *
     * @return the assumptions
     */
    List<Assumption> assumptions();

    /**
     * The assumptions that mattered, without the values that must not be.
     *
     * @return the assumptions
     */
    List<Assumption> assumed();

    /**
     * The unknown facts that matter, with what each answer leads to.
     *
     * @return the questions
     */
    List<Question> questions();

    /**
     * The unknown facts that matter, in the order of the questions.
     *
     * @return for each the ids of the rules that ask for it
     */
    Map<String, List<String>> asked();

    /**
     * The rules that do not apply and could.
     *
     * @return the rules by layer and effect
     */
    List<Decision.Open> open();

    /**
     * The exceptions that would apply on other facts.
     *
     * @return the exceptions
     */
    List<AvailableException> availableExceptions();

    /**
     * What is planned.
     *
     * @return what it would say
     */
    List<Finding> pending();

    /**
     * The next legal changes.
     *
     * @return the changes, all on one day
     */
    List<LegalChange> nextChanges();

    /**
     * What was looked at.
     *
     * @return the packs and lists
     */
    Examined examined();
}
