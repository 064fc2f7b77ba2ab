package dev.licet.engine;

import dev.licet.answer.Gap;
import dev.licet.answer.Gap.Reason;
import dev.licet.answer.Gap.Role;
import dev.licet.facts.RecipientType;
import dev.licet.facts.TransferKind;
import dev.licet.law.Layer;
import dev.licet.pack.Coverage;
import dev.licet.pack.NamedList;
import dev.licet.request.Developer;
import dev.licet.request.Given;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Whose law, terms, licenses and policies the loaded packs hold, and what is missing for a request. */
final class Holdings {
    private static final String EVERYBODY = "*";
    private static final Set<RecipientType> OF_GOVERNMENTS =
            EnumSet.of(RecipientType.GOVERNMENT, RecipientType.MILITARY, RecipientType.MILITARY_INTELLIGENCE);

    private final List<Coverage> rows;
    private final BiFunction<Subject, String, Set<String>> meant;
    private final Map<Layer, Map<String, List<Coverage>>> byName = new EnumMap<>(Layer.class);

    /**
     * What packs hold together on a day.
     *
     * @param rows of all packs
     * @param day the first of the days that have the same law
     * @param meant the names on lists that mean the same as another
     */
    Holdings(Collection<Coverage> rows, LocalDate day, BiFunction<Subject, String, Set<String>> meant) {
        this.meant = meant;
        this.rows = List.copyOf(rows);
        for (Coverage row : rows) {
            Map<String, List<Coverage>> ofLayer = byName.computeIfAbsent(row.layer(), none -> new HashMap<>());
            row.names(day)
                    .forEach(name -> ofLayer.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(row));
            if (row.isOfAll()) {
                ofLayer.computeIfAbsent(EVERYBODY, none -> new ArrayList<>()).add(row);
            }
        }
    }

    /** What packs hold, on this day and others. */
    List<Coverage> rows() {
        return rows;
    }

    /** The layers of which some pack holds something. */
    Set<Layer> layers() {
        return byName.keySet();
    }

    /**
     * The layers in which somebody could say something of a request, each with those who could and are not held.
     *
     * <p>No layer is there in which nobody could: a license where there is none, a government's policy where the recipient is no
     * government.
     */
    Map<Layer, List<Gap>> gaps(Request request) {
        var gaps = new EnumMap<Layer, List<Gap>>(Layer.class);
        for (Layer layer : Layer.values()) {
            if (layer != Layer.HOUSE_POLICY) {
                List<Holder> holders = holders(layer, request);
                if (!holders.isEmpty()) {
                    gaps.put(layer, gaps(layer, holders, request));
                }
            }
        }
        return gaps;
    }

    /** Somebody whose word could count; without a name if it is not known who it is. */
    private record Holder(Role role, String name) {}

    private static List<Holder> holders(Layer layer, Request request) {
        return switch (layer) {
            case EXPORT_LAW -> exportLaw(request);
            case SANCTIONS -> named(Role.EXPORTER, FactType.EXPORTER.shape().keys(request));
            case DESTINATION_LAW ->
                named(Role.DESTINATION, FactType.DESTINATION.shape().keys(request));
            case PROVIDER_TERMS -> providers(request);
            case MODEL_LICENSE -> licenses(request);
            case RECIPIENT_POLICY -> governments(request);
            case HOUSE_POLICY -> List.of();
        };
    }

    private static List<Holder> named(Role role, Stream<String> names) {
        var holders = new ArrayList<Holder>();
        names.forEach(name -> add(holders, new Holder(role, name)));
        return holders.isEmpty() ? List.of(new Holder(role, "")) : holders;
    }

    private static void add(List<Holder> holders, Holder one) {
        for (Holder other : holders) {
            if (other.name().equals(one.name())) {
                return;
            }
        }
        holders.add(one);
    }

    private static List<Holder> exportLaw(Request request) {
        var holders =
                new ArrayList<>(named(Role.EXPORTER, FactType.EXPORTER.shape().keys(request)));
        named(Role.ORIGIN, FactType.ORIGIN.shape().keys(request)).forEach(origin -> add(holders, origin));
        return holders;
    }

    private static List<Holder> providers(Request request) {
        var holders = new ArrayList<Holder>();
        request.transfer().exporter().name().value().ifPresent(name -> add(holders, new Holder(Role.PROVIDER, name)));
        boolean named = false;
        for (Developer developer : request.model().developers().value().orElse(List.of())) {
            named |= !developer.name().equals(Developer.UNNAMED);
            if (!developer.name().equals(Developer.UNNAMED)) {
                add(holders, new Holder(Role.DEVELOPER, developer.name()));
            }
        }
        if (!named) {
            add(holders, new Holder(Role.DEVELOPER, ""));
        }
        return holders;
    }

    private static List<Holder> licenses(Request request) {
        var holders = new ArrayList<Holder>();
        for (FactType type : List.of(FactType.LICENSES, FactType.TEACHER_LICENSES)) {
            type.shape().keys(request).forEach(license -> add(holders, new Holder(Role.LICENSE, license)));
        }
        return holders;
    }

    private static List<Holder> governments(Request request) {
        Given<RecipientType> type = request.transfer().recipient().type();
        boolean could =
                !type.isUnstated() && type.value().map(OF_GOVERNMENTS::contains).orElse(true);
        return could ? named(Role.GOVERNMENT, FactType.RESIDENCE.shape().keys(request)) : List.of();
    }

    private List<Gap> gaps(Layer layer, List<Holder> holders, Request request) {
        List<Gap> gaps = List.of();
        for (Holder holder : holders) {
            List<Coverage> own = held(layer, holder.name());
            if (!isHeld(own, request)) {
                gaps = gaps.isEmpty() ? new ArrayList<>() : gaps;
                gaps.add(gap(layer, holder, own, request));
            }
        }
        return gaps;
    }

    private List<Coverage> held(Layer layer, String name) {
        Map<String, List<Coverage>> ofLayer = byName.getOrDefault(layer, Map.of());
        List<Coverage> everybody = ofLayer.getOrDefault(EVERYBODY, List.of());
        if (name.isEmpty() || !everybody.isEmpty()) {
            return everybody;
        }
        Subject subject = Coverage.subject(layer);
        List<Coverage> held = ofLayer.getOrDefault(NamedList.written(subject, name), List.of());
        for (String other : meant.apply(subject, name)) {
            List<Coverage> more = ofLayer.getOrDefault(other, List.of());
            held = held.isEmpty()
                    ? more
                    : Stream.concat(held.stream(), more.stream()).distinct().toList();
        }
        return held;
    }

    private static boolean isHeld(List<Coverage> own, Request request) {
        for (Coverage row : own) {
            if (row.whole()
                    && isOf(row, request)
                    && row.trustedOn(request.transfer().on())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row is of the kind of transfer; if that is not known, of every kind. */
    private static boolean isOf(Coverage row, Request request) {
        Optional<TransferKind> kind = request.transfer().kind().value();
        return kind.isPresent() ? row.kinds().contains(kind.get()) : row.kinds().size() == TransferKind.values().length;
    }

    private static Gap gap(Layer layer, Holder holder, List<Coverage> own, Request request) {
        if (own.isEmpty()) {
            Reason reason = holder.name().isEmpty() ? Reason.UNKNOWN_HOLDER : Reason.NOT_HELD;
            return new Gap(layer, holder.name(), holder.role(), reason, Optional.empty(), Optional.empty());
        }
        LocalDate day = request.transfer().on();
        List<Coverage> ofKind = own.stream().filter(row -> isOf(row, request)).toList();
        List<Coverage> whole = ofKind.stream().filter(Coverage::whole).toList();
        Reason reason = ofKind.isEmpty()
                ? Reason.OTHER_KINDS
                : whole.isEmpty() && ofKind.stream().anyMatch(row -> row.trustedOn(day))
                        ? Reason.IN_PART
                        : Reason.OTHER_DAYS;
        List<Coverage> of = whole.isEmpty() ? ofKind.isEmpty() ? own : ofKind : whole;
        return new Gap(
                layer,
                holder.name(),
                holder.role(),
                reason,
                of.stream().map(Coverage::since).min(LocalDate::compareTo),
                of.stream().anyMatch(row -> row.end().isEmpty())
                        ? Optional.empty()
                        : of.stream().flatMap(row -> row.end().stream()).max(LocalDate::compareTo));
    }
}
