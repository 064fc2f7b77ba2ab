package dev.licet.benchmarks;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import java.util.ArrayList;

/** Rules as a pack of Licet, asked through its public face. */
final class LicetEngine implements Engine {
    private final Licet licet;

    LicetEngine(Licet licet) {
        this.licet = licet;
    }

    @Override
    public Answer decide(Case asked) {
        Decision decision = licet.decide(Requests.of(asked));
        var rules = new ArrayList<String>();
        for (Finding finding : decision.findings()) {
            if (!finding.excepted()) {
                rules.add(finding.rule().id());
            }
        }
        return new Answer(decision.outcome(), rules);
    }
}
