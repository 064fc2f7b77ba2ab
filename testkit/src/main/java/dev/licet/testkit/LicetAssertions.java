package dev.licet.testkit;

import dev.licet.answer.Decision;

/**
 * The entry to assertions about decisions; its one method goes beside AssertJ's own under a static import.
 *
 * <pre>{@code
 * assertThat(licet.decide(model, transfer)).requiresLicense().appliesRule("guardrails.closed-us-models");
 * }</pre>
 */
public final class LicetAssertions {
    private LicetAssertions() {}

    /**
     * Begins assertions about a decision.
     *
     * @param decision the decision
     * @return the assertions
     */
    public static DecisionAssert assertThat(Decision decision) {
        return new DecisionAssert(decision);
    }
}
