package dev.licet.benchmarks;

import dev.licet.Decision;
import dev.licet.Finding;
import dev.licet.Licet;
import dev.licet.RulePack;
import java.util.ArrayList;
import java.util.List;

/** The fifteen rules as a pack of Licet, asked through its public face. */
final class LicetEngine implements Engine {
    private final Licet licet = Licet.of(List.of(RulePack.bundled("benchmark")));

    @Override
    public Answer decide(Case asked) {
        Decision decision = licet.decide(Requests.of(asked));
        var rules = new ArrayList<String>();
        for (Finding finding : decision.findings()) {
            if (!finding.lifted()) {
                rules.add(finding.rule().id());
            }
        }
        return new Answer(decision.outcome(), rules);
    }
}
