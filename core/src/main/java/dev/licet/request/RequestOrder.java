package dev.licet.request;

import dev.licet.json.CanonicalJson;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts what a request lists, and where the order has no meaning, in one order: that of its canonical JSON. */
final class RequestOrder {
    private RequestOrder() {}

    static Model of(Model model) {
        if (few(model.developers())
                && model.lineage().value().map(List::isEmpty).orElse(true)) {
            return model;
        }
        Given<List<Developer>> developers =
                model.developers().map(all -> sorted(all, each -> RequestDocument.write(each)));
        Given<List<Ancestor>> lineage = model.lineage()
                .map(all -> sorted(all.stream().map(RequestOrder::of).toList(), each -> RequestDocument.write(each)));
        return new Model(
                model.name(),
                developers,
                model.release(),
                model.license(),
                model.trainingCompute(),
                model.modalities(),
                lineage,
                model.geoGate());
    }

    private static Ancestor of(Ancestor ancestor) {
        return new Ancestor(
                ancestor.relation(), ancestor.compute(), ancestor.share(), ancestor.generation(), of(ancestor.model()));
    }

    static Transfer of(Transfer transfer) {
        if (inOrder(transfer.exporter().owners())
                && inOrder(transfer.recipient().owners())
                && inOrder(transfer.intermediary().owners())) {
            return transfer;
        }
        return new Transfer(
                transfer.on(),
                transfer.kind(),
                of(transfer.exporter()),
                transfer.destination(),
                transfer.region(),
                of(transfer.recipient()),
                of(transfer.intermediary()),
                transfer.endUse(),
                transfer.offeredToPublic(),
                transfer.redFlags(),
                transfer.attestations(),
                transfer.classification(),
                transfer.commercial());
    }

    private static Party of(Party party) {
        return new Party(
                party.name(),
                party.country(),
                party.headquarters(),
                party.ultimateParent(),
                party.type(),
                party.lists(),
                party.screening(),
                of(party.owners()),
                party.nationality(),
                party.monthlyUsers());
    }

    private static Given<List<Owner>> of(Given<List<Owner>> owners) {
        return owners.map(all -> sorted(
                all.stream().map(owner -> owner.ownedBy(of(owner.owners()))).toList(),
                each -> RequestDocument.write(each)));
    }

    private static boolean inOrder(Given<List<Owner>> owners) {
        return few(owners) && owners.value().orElse(List.of()).stream().allMatch(owner -> inOrder(owner.owners()));
    }

    /** Whether there is nothing to put in order. */
    private static <T> boolean few(Given<List<T>> given) {
        return given.value().map(List::size).orElse(0) < 2;
    }

    private static <T> List<T> sorted(List<T> all, Function<T, Map<String, Object>> document) {
        return all.size() < 2
                ? all
                : all.stream()
                        .sorted(Comparator.comparing(each -> CanonicalJson.write(document.apply(each))))
                        .toList();
    }
}
