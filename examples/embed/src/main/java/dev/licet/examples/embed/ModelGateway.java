package dev.licet.examples.embed;

import dev.licet.Licet;
import dev.licet.answer.Decision;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Transfer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands before a hosted model and asks Licet at each call whether this customer may have the answer. */
public final class ModelGateway {
    private static final Logger LOG = LoggerFactory.getLogger(ModelGateway.class);

    private final Licet licet;
    private final Model model;
    private final UnaryOperator<String> backend;

    /**
     * A gateway. Building a {@link Licet} takes time: build one, keep it, and share it.
     *
     * @param licet what decides
     * @param model the model that answers
     * @param backend how it is called
     */
    public ModelGateway(Licet licet, Model model, UnaryOperator<String> backend) {
        this.licet = licet;
        this.model = model;
        this.backend = backend;
    }

    /**
     * A customer.
     *
     * @param party who it is, with the lists that it was screened against
     * @param country where it calls from, ISO 3166-1 alpha-2
     */
    public record Customer(Party party, String country) {}

    /** What a call comes back with. There is no third way, and no flag to be misread. */
    public sealed interface Response {

        /**
         * The model has answered.
         *
         * @param text its answer
         */
        record Completion(String text) implements Response {}

        /**
         * The model was not called.
         *
         * @param outcome why: conditions, an open question, a license, a prohibition
         * @param obligations what would have to be done, if it is conditional
         * @param explanation the reasons, for the people who look after the customer
         */
        record Refusal(Outcome outcome, List<String> obligations, String explanation) implements Response {}
    }

    /**
     * Answers a prompt, if the customer may have the model that day.
     *
     * @param customer who asks
     * @param prompt what is asked
     * @param day the customer's day; the law of that day decides
     * @return the answer, or the refusal
     */
    public Response complete(Customer customer, String prompt, LocalDate day) {
        Decision decision = licet.decide(
                model,
                Transfer.of(TransferKind.API)
                        .to(customer.country())
                        .recipient(customer.party())
                        .on(day));
        // No default: an outcome that Licet may add one day does not compile here, instead of passing.
        return switch (decision.outcome()) {
            case PERMITTED -> new Response.Completion(backend.apply(prompt));
            case CONDITIONAL, UNDETERMINED, LICENSE_REQUIRED, PROHIBITED -> refuse(decision);
        };
    }

    private static Response refuse(Decision decision) {
        String explanation = decision.explain();
        LOG.warn("The model was not called.\n{}", explanation);
        List<String> obligations = decision.obligations().stream()
                .map(Decision.Obligation::obligation)
                .toList();
        return new Response.Refusal(decision.outcome(), obligations, explanation);
    }
}
