package dev.licet.benchmarks;

import dev.licet.facts.EndUse;
import dev.licet.facts.Release;
import dev.licet.facts.TransferKind;
import dev.licet.request.Compute;
import dev.licet.request.Country;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import java.time.LocalDate;
import java.util.List;

/** Cases as requests to Licet. */
final class Requests {
    /** The day of all of them. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** How many facts {@link #withUnknown} can leave open. */
    static final int MOST_UNKNOWN = 10;

    // The one country of which the bundled packs ask in which part it is.
    private static final Country UKRAINE = Country.of("UA");
    private static final String KYIV = "UA-30";

    private Requests() {}

    /** All that the fifteen rules look at. */
    static Request of(Case asked) {
        Model model = Model.named(asked.model())
                .developer("Developer", asked.origin())
                .release(asked.release())
                .trainingCompute(asked.compute())
                .build();
        Transfer transfer = Transfer.of(asked.kind())
                .to(asked.destination())
                .recipient(Party.named(asked.recipient())
                        .headquarteredIn(asked.headquarters())
                        .screened())
                .endUse(asked.endUse())
                .on(DAY);
        return new Request(model, transfer);
    }

    /** All that the bundled packs ask of an ordinary transfer, but for some facts that are said to be unknown. */
    static Request withUnknown(Case asked, int unknown) {
        return withUnknown(asked, Around.ordinary(asked), unknown);
    }

    /** The same in other circumstances. */
    static Request withUnknown(Case asked, Around around, int unknown) {
        int left = unknown;
        Given<EndUse> endUse = left-- > 0 ? Given.unknown() : Given.of(asked.endUse());
        boolean screened = left-- <= 0;
        Given<Country> headquarters = left-- > 0 ? Given.unknown() : country(asked.headquarters());
        Given<Country> parent = left-- > 0 ? Given.unknown() : country(around.parent());
        Given<Compute> compute = left-- > 0 ? Given.unknown() : Given.of(Compute.of(asked.compute()));
        boolean flagged = left-- <= 0;
        Given<Release> release = left-- > 0 ? Given.unknown() : Given.of(asked.release());
        boolean developed = left-- <= 0;
        Given<TransferKind> kind = left-- > 0 ? Given.unknown() : Given.of(asked.kind());
        Given<Country> destination = left > 0 ? Given.unknown() : country(asked.destination());

        Model.Builder model = Model.named(asked.model())
                .release(release)
                .license(around.license())
                .trainingCompute(compute)
                .modalities("text")
                .lineage(List.of());
        model = developed ? model.developer("Developer", asked.origin()) : model.developersUnknown();
        Party recipient = Party.named(asked.recipient())
                .in(around.residence())
                .headquarteredIn(headquarters)
                .withUltimateParentIn(parent)
                .ofType(around.type())
                .ownedBy(List.of())
                .ofNationality(around.nationality())
                .withMonthlyUsers(Given.of(1_000L));
        Transfer.Builder transfer = Transfer.of(kind)
                .from(Party.named("Developer").in(around.exporter()))
                .to(destination)
                .recipient(
                        screened ? recipient.screened(Given.of(around.lists())) : recipient.screened(Given.unknown()))
                .intermediary(Party.unnamed().screened())
                .endUse(endUse)
                .offeredToPublic(around.offered())
                .commercial(Given.of(around.commercial()));
        if (destination.value().filter(UKRAINE::equals).isPresent()) {
            transfer.region(KYIV);
        }
        transfer = flagged ? transfer.redFlags() : transfer.redFlags(Given.unknown());
        return new Request(model.build(), transfer.on(DAY));
    }

    private static Given<Country> country(String code) {
        return Given.of(Country.of(code));
    }
}
