package dev.licet.benchmarks;

import dev.licet.facts.EndUse;
import dev.licet.facts.Release;
import dev.licet.facts.TransferKind;

/**
 * What every engine is asked, in plain words: all that the fifteen rules look at, and all of it stated. Each engine turns it into
 * facts of its own kind, and that is part of what is measured.
 *
 * @param model the model's name
 * @param kind what is provided
 * @param release how the model is released
 * @param origin the country of the model's developer
 * @param compute the compute of the model's training
 * @param destination the country it goes to
 * @param endUse what it is used for
 * @param recipient the recipient's name
 * @param headquarters the country of the recipient's headquarters
 */
public record Case(
        String model,
        TransferKind kind,
        Release release,
        String origin,
        double compute,
        String destination,
        EndUse endUse,
        String recipient,
        String headquarters) {

    /** Whether the weights can be downloaded by the public. */
    boolean published() {
        return release == Release.WEIGHTS_PUBLIC;
    }

    /** Whether the weights stand behind a click or an approval. */
    boolean gated() {
        return release == Release.WEIGHTS_GATED_AUTO || release == Release.WEIGHTS_GATED_MANUAL;
    }

    /** Whether the public cannot have the weights. */
    boolean closed() {
        return !published() && !gated();
    }

    /** The same of a model, a recipient and compute that nobody has asked about before. */
    Case fresh(long number) {
        return new Case(
                "Model " + number,
                kind,
                release,
                origin,
                compute * (1 + number % 1_000_000_000 * 1e-12),
                destination,
                endUse,
                "Party " + number,
                headquarters);
    }
}
