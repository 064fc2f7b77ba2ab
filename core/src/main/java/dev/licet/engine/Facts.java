package dev.licet.engine;

import dev.licet.engine.PointInTimeLaw.CountryClass;
import dev.licet.engine.Scale.Band;
import dev.licet.facts.Ancestry;
import dev.licet.facts.Artifact;
import dev.licet.facts.Attestations;
import dev.licet.facts.Body;
import dev.licet.facts.Classification;
import dev.licet.facts.Commerce;
import dev.licet.facts.Derivation;
import dev.licet.facts.Destination;
import dev.licet.facts.EndUse;
import dev.licet.facts.Exporter;
import dev.licet.facts.GeoGate;
import dev.licet.facts.Headquarters;
import dev.licet.facts.Intermediary;
import dev.licet.facts.Licenses;
import dev.licet.facts.Modalities;
import dev.licet.facts.ModelName;
import dev.licet.facts.Nationality;
import dev.licet.facts.Origin;
import dev.licet.facts.Ownership;
import dev.licet.facts.Provider;
import dev.licet.facts.PublicOffer;
import dev.licet.facts.Publication;
import dev.licet.facts.Purpose;
import dev.licet.facts.Recipient;
import dev.licet.facts.RecipientType;
import dev.licet.facts.RedFlag;
import dev.licet.facts.RedFlags;
import dev.licet.facts.Region;
import dev.licet.facts.Release;
import dev.licet.facts.Residence;
import dev.licet.facts.TeacherLicenses;
import dev.licet.facts.Training;
import dev.licet.facts.TransferKind;
import dev.licet.facts.UltimateParent;
import dev.licet.facts.Users;
import dev.licet.pack.NamedList.Subject;
import dev.licet.request.Basis;
import dev.licet.request.Compute;
import dev.licet.request.Country;
import dev.licet.request.Developer;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Owner;
import dev.licet.request.Party;
import dev.licet.request.Transfer;
import dev.licet.vocabulary.AncestryOfWeights;
import dev.licet.vocabulary.Atom;
import dev.licet.vocabulary.CountedCompute;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.FactType.Member.Argument;
import dev.licet.vocabulary.LicensesOfLineage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Turns a request into facts, each with the value it has and the values it could have. Only facts that a rule of the day asks
 * for are made, and values that no rule can tell apart stand as one.
 */
public final class Facts {

    /** What models that are not licensed at all are said to be under. */
    private static final String PROPRIETARY = "proprietary";

    private static final String OTHER_ENTRY = "an entry that no rule names";
    private static final Set<String> NOT_ALL_KNOWN = Set.of("not all known");
    private static final int FEW = 5;
    private static final String SEVERAL = "several countries at once";
    private static final String NOT_LISTED = "on none of the lists";

    private final Model model;
    private final Transfer transfer;
    private final PointInTimeLaw law;
    private final boolean assume;

    private Facts(Model model, Transfer transfer, PointInTimeLaw law, boolean assume) {
        this.model = model;
        this.transfer = transfer;
        this.law = law;
        this.assume = assume;
    }

    /**
     * The facts of a request.
     *
     * @param assume false if nothing is to be assumed
     */
    public static List<Variable> of(Model model, Transfer transfer, PointInTimeLaw law, boolean assume) {
        var facts = new Facts(model, transfer, law, assume);
        List<FactType> types = law.types();
        var variables = new Variable[types.size()];
        for (int d = 0; d < variables.length; d++) {
            variables[d] = facts.variable(types.get(d));
        }
        return Arrays.asList(variables);
    }

    private Variable variable(FactType type) {
        Optional<Object> stated = stated(type);
        return stated.isPresent()
                ? law.tables().variable(type, assume, stated.get(), () -> Variable.of(type, values(type)))
                : Variable.of(type, values(type));
    }

    /** What is stated of a fact and of the one that is assumed in its place. */
    private record WithAssumed(Given<?> given, Object assumed) {}

    /**
     * All that a fact depends on, where that is one of few things: its variable stands in a table. Empty where names, numbers, sets
     * or a lineage are stated, of which there is no end.
     */
    private Optional<Object> stated(FactType type) {
        Party recipient = transfer.recipient();
        return switch (type) {
            case ARTIFACT -> Optional.of(transfer.kind());
            case PUBLICATION -> Optional.of(model.release());
            case MODALITIES -> Optional.of(model.modalities());
            case DESTINATION -> Optional.of(transfer.destination());
            case BODY -> Optional.of(recipient.type());
            case PURPOSE -> Optional.of(transfer.endUse());
            case PUBLIC_OFFER -> Optional.of(transfer.offeredToPublic());
            case COMMERCE -> Optional.of(transfer.commercial());
            case RESIDENCE -> Optional.of(new WithAssumed(recipient.country(), destination()));
            case HEADQUARTERS -> Optional.of(new WithAssumed(recipient.headquarters(), residence()));
            case ULTIMATE_PARENT -> Optional.of(new WithAssumed(recipient.ultimateParent(), headquarters()));
            case NATIONALITY -> Optional.of(new WithAssumed(recipient.nationality(), residence()));
            case REGION ->
                unlessStated(transfer.region())
                        .map(region -> new WithAssumed(transfer.region(), transfer.destination()));
            case ORIGIN -> origins().filter(known -> known.size() < 2).map(known -> known);
            case EXPORTER ->
                transfer.exporter().country().value().isPresent()
                        ? Optional.of(transfer.exporter().country())
                        : origins()
                                .filter(known -> known.size() < 2)
                                .map(known ->
                                        new WithAssumed(transfer.exporter().country(), known));
            case RECIPIENT -> screened(recipient);
            case INTERMEDIARY -> screened(transfer.intermediary());
            case RED_FLAGS -> unlessMany(transfer.redFlags(), Set::isEmpty);
            case ATTESTATIONS -> unlessMany(transfer.attestations(), Set::isEmpty);
            case OWNERSHIP -> unlessMany(recipient.owners(), List::isEmpty);
            case TEACHER_LICENSES, ANCESTRY, DERIVATION -> unlessMany(model.lineage(), List::isEmpty);
            case LICENSES ->
                hasNoLineage() && model.license().value().isEmpty()
                        ? Optional.of(new WithAssumed(model.license(), List.of(model.release(), model.lineage())))
                        : Optional.empty();
            case TRAINING ->
                hasNoLineage() && model.trainingCompute().value().isEmpty()
                        ? Optional.of(
                                new WithAssumed(model.trainingCompute(), List.of(model.release(), model.lineage())))
                        : Optional.empty();
            case CLASSIFICATION -> unlessStated(transfer.classification());
            case USERS -> unlessStated(recipient.monthlyUsers());
            case GEO_GATE -> model.geoGate().isUnstated() ? Optional.of(model.geoGate()) : Optional.empty();
            case PROVIDER, MODEL_NAME -> Optional.empty();
            case TERM -> throw new AssertionError("a term is no fact of a request");
        };
    }

    private static <T> Optional<Object> unlessStated(Given<T> given) {
        return given.value().isPresent() ? Optional.empty() : Optional.of(given);
    }

    private static <T> Optional<Object> unlessMany(Given<T> given, Predicate<T> few) {
        return given.value().map(few::test).orElse(true) ? Optional.of(given) : Optional.empty();
    }

    private Optional<Object> screened(Party party) {
        return listsByName(party).isEmpty() ? unlessMany(party.lists(), Set::isEmpty) : Optional.empty();
    }

    /** The countries of the developers; a mark of its own if none is known, and nothing if some are not. */
    private Optional<Set<String>> origins() {
        Set<String> known = knownOrigins();
        if (allOriginsKnown()) {
            return Optional.of(known);
        }
        return known.isEmpty() ? Optional.of(NOT_ALL_KNOWN) : Optional.empty();
    }

    private boolean hasNoLineage() {
        return model.lineage().value().map(List::isEmpty).orElse(model.lineage().isUnstated());
    }

    private Value value(Object fact, Basis basis, String label) {
        return value(fact, basis, label, List.of(label));
    }

    private Value value(Object fact, Basis basis, String label, List<String> members) {
        return new Value(fact, basis, label, members, List.of(), law.tables().ways(FactType.of(fact), fact));
    }

    private List<Value> values(FactType type) {
        return switch (type) {
            case ARTIFACT ->
                constants(
                        type,
                        Argument.TRANSFER_KIND,
                        TransferKind.class,
                        transfer.kind(),
                        Optional.empty(),
                        Artifact::new);
            case PUBLICATION -> publication();
            case ORIGIN -> origin();
            case TRAINING -> training();
            case MODALITIES -> modalities();
            case EXPORTER -> exporter();
            case DESTINATION -> place(type, transfer.destination(), Optional.empty(), Destination::new);
            case REGION -> region();
            case RESIDENCE -> place(type, transfer.recipient().country(), destination(), Residence::new);
            case HEADQUARTERS -> place(type, transfer.recipient().headquarters(), residence(), Headquarters::new);
            case ULTIMATE_PARENT ->
                place(type, transfer.recipient().ultimateParent(), headquarters(), UltimateParent::new);
            case RECIPIENT -> party(type, transfer.recipient(), Recipient::new);
            case BODY ->
                constants(
                        type,
                        Argument.RECIPIENT_TYPE,
                        RecipientType.class,
                        transfer.recipient().type(),
                        Optional.of(RecipientType.COMPANY),
                        Body::new);
            case INTERMEDIARY -> party(type, transfer.intermediary(), Intermediary::new);
            case PURPOSE ->
                constants(
                        type,
                        Argument.END_USE,
                        EndUse.class,
                        transfer.endUse(),
                        Optional.of(EndUse.CIVIL),
                        Purpose::new);
            case PUBLIC_OFFER -> yesOrNo(transfer.offeredToPublic(), false, PublicOffer::new);
            case RED_FLAGS -> redFlags();
            case ATTESTATIONS -> attestations();
            case PROVIDER -> provider();
            case MODEL_NAME ->
                List.of(value(
                        new ModelName(model.name(), law.listsOf(Subject.MODEL, model.name())),
                        Basis.STATED,
                        model.name()));
            case LICENSES -> licenses(type, LicensesOfLineage.ofWeights(model), Licenses::new);
            case TEACHER_LICENSES ->
                licenses(type, LicensesOfLineage.ofTeachers(model), (lists, unlisted) -> new TeacherLicenses(lists));
            case DERIVATION -> derivation();
            case ANCESTRY -> ancestry();
            case OWNERSHIP -> ownership();
            case NATIONALITY -> place(type, transfer.recipient().nationality(), residence(), Nationality::new);
            case CLASSIFICATION -> classification();
            case USERS -> users();
            case COMMERCE -> yesOrNo(transfer.commercial(), true, Commerce::new);
            case GEO_GATE -> geoGate();
            case TERM -> throw new AssertionError("a term is no fact of a request");
        };
    }

    // A fact that is stated has one value. Otherwise it has the assumed value, if there is one, and every other.
    private List<Value> otherwise(Optional<Value> assumed, List<Value> possible) {
        var all = new ArrayList<Value>();
        assumed.filter(ordinary -> assume).ifPresent(all::add);
        assumed.filter(ordinary -> !assume).ifPresent(ordinary -> all.add(ordinary.as(Basis.POSSIBLE)));
        for (Value other : possible) {
            if (assumed.map(ordinary -> !ordinary.fact().equals(other.fact())).orElse(true)) {
                all.add(other);
            }
        }
        return all;
    }

    private <E extends Enum<E>> List<Value> constants(
            FactType type,
            Argument argument,
            Class<E> constants,
            Given<E> given,
            Optional<E> assumption,
            Function<E, ?> fact) {
        if (given.value().isPresent()) {
            return List.of(value(
                    fact.apply(given.value().get()),
                    Basis.STATED,
                    given.value().get().name()));
        }
        Set<String> asked = law.asked(type, argument);
        var possible = new ArrayList<Value>();
        List<E> rest = new ArrayList<>();
        for (E constant : constants.getEnumConstants()) {
            if (asked.contains(constant.name())) {
                possible.add(value(fact.apply(constant), Basis.POSSIBLE, constant.name()));
            } else if (assumption.filter(constant::equals).isEmpty()) {
                rest.add(constant);
            }
        }
        if (!rest.isEmpty()) {
            List<String> names = rest.stream().map(Enum::name).toList();
            possible.add(value(fact.apply(rest.get(0)), Basis.POSSIBLE, "any other", names));
        }
        Optional<Value> assumed = assumption
                .filter(ordinary -> assume && given.isUnstated())
                .map(ordinary -> value(fact.apply(ordinary), Basis.ASSUMED, ordinary.name()));
        if (assumed.isEmpty()) {
            assumption
                    .filter(ordinary -> !asked.contains(ordinary.name()))
                    .ifPresent(ordinary -> possible.add(value(fact.apply(ordinary), Basis.POSSIBLE, ordinary.name())));
        }
        return otherwise(assumed, possible);
    }

    private List<Value> publication() {
        if (model.release().value().isPresent()) {
            Release release = model.release().value().get();
            return List.of(value(new Publication(release), Basis.STATED, release.name()));
        }
        Set<String> asked = law.asked(FactType.PUBLICATION, Argument.RELEASE);
        var groups = new LinkedHashMap<String, List<Release>>();
        for (Release release : Release.values()) {
            var seen = new Publication(release);
            String key = seen.published() + "/" + seen.gated() + "/" + (asked.contains(release.name()) ? release : "");
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(release);
        }
        return groups.values().stream()
                .map(group -> {
                    List<String> names = group.stream().map(Release::name).toList();
                    return value(new Publication(group.get(0)), Basis.POSSIBLE, String.join(" or ", names), names);
                })
                .toList();
    }

    private List<Value> origin() {
        Set<String> known = knownOrigins();
        return allOriginsKnown()
                ? List.of(countries(known, Basis.STATED, Origin::new))
                : countries(FactType.ORIGIN, known, Basis.POSSIBLE, Origin::new);
    }

    private Set<String> knownOrigins() {
        return developers().stream()
                .flatMap(developer -> developer.country().value().stream())
                .map(Country::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean allOriginsKnown() {
        return model.developers().value().isPresent()
                && developers().stream()
                        .allMatch(developer -> developer.country().value().isPresent());
    }

    private List<Developer> developers() {
        return model.developers().value().orElse(List.of());
    }

    private List<Value> exporter() {
        Given<Country> stated = transfer.exporter().country();
        if (stated.value().isPresent()) {
            return List.of(countries(Set.of(stated.value().get().code()), Basis.STATED, Exporter::new));
        }
        Optional<Value> assumed = stated.isUnstated() && allOriginsKnown()
                ? Optional.of(countries(knownOrigins(), Basis.ASSUMED, Exporter::new))
                : Optional.empty();
        return otherwise(assumed, countries(FactType.EXPORTER, Set.of(), Basis.POSSIBLE, Exporter::new));
    }

    private Value countries(Set<String> codes, Basis basis, BiFunction<Set<String>, Set<String>, ?> fact) {
        Set<String> lists = codes.stream()
                .flatMap(code -> law.listsOfCountry(code).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return value(fact.apply(codes, lists), basis, String.join(", ", codes), List.copyOf(codes));
    }

    /** One value for each class of countries, each with the countries that are known anyway. */
    private List<Value> countries(
            FactType type, Set<String> known, Basis basis, BiFunction<Set<String>, Set<String>, ?> fact) {
        var all = new ArrayList<Value>();
        for (CountryClass each : law.classes(type)) {
            var codes = new TreeSet<>(known);
            codes.add(each.representative());
            Value one = countries(codes, basis, fact);
            all.add(value(one.fact(), basis, label(type, each), each.countries()));
        }
        if (all.size() > 1) {
            Set<String> every =
                    Country.all().stream().map(Country::code).collect(Collectors.toCollection(TreeSet::new));
            all.add(severalCountries(basis, every, SEVERAL, fact));
            for (String asked : law.asked(type, Argument.COUNTRY)) {
                var rest = new TreeSet<>(every);
                rest.remove(asked);
                rest.addAll(known);
                all.add(severalCountries(basis, rest, SEVERAL + ", not " + asked, fact));
            }
        }
        return all;
    }

    private Value severalCountries(
            Basis basis, Set<String> codes, String label, BiFunction<Set<String>, Set<String>, ?> fact) {
        return value(countries(codes, basis, fact).fact(), basis, label);
    }

    private String label(FactType type, CountryClass each) {
        if (each.countries().size() == 1) {
            return each.representative();
        }
        var lists = new TreeSet<>(each.lists());
        lists.retainAll(law.asked(type, Argument.COUNTRY_LIST));
        return lists.isEmpty() ? "any other country" : "a country on " + String.join(", ", lists);
    }

    private Optional<Country> destination() {
        return transfer.destination().value();
    }

    private Optional<Country> residence() {
        Given<Country> stated = transfer.recipient().country();
        return stated.isUnstated() ? destination() : stated.value();
    }

    private Optional<Country> headquarters() {
        Given<Country> stated = transfer.recipient().headquarters();
        return stated.isUnstated() ? residence() : stated.value();
    }

    private List<Value> place(
            FactType type,
            Given<Country> given,
            Optional<Country> assumption,
            BiFunction<String, Set<String>, ?> fact) {
        if (given.value().isPresent()) {
            return List.of(place(given.value().get().code(), Basis.STATED, fact));
        }
        Optional<Value> assumed = assumption
                .filter(ordinary -> assume && given.isUnstated())
                .map(ordinary -> place(ordinary.code(), Basis.ASSUMED, fact));
        var possible = new ArrayList<Value>();
        for (CountryClass each : law.classes(type)) {
            // The assumed country's own class has no other value that a rule could tell from it.
            boolean same = assumption.isPresent()
                    && assumed.isPresent()
                    && each.countries().contains(assumption.get().code());
            if (!same) {
                String label = label(type, each);
                Object one = fact.apply(label, law.listsOfCountry(each.representative()));
                possible.add(value(one, Basis.POSSIBLE, label, each.countries()));
            }
        }
        return otherwise(assumed, possible);
    }

    private Value place(String code, Basis basis, BiFunction<String, Set<String>, ?> fact) {
        return value(fact.apply(code, law.listsOfCountry(code)), basis, code);
    }

    private List<Value> region() {
        Set<String> asked = law.asked(FactType.REGION, Argument.REGION_LIST);
        Given<String> given = transfer.region();
        if (given.value().isPresent()) {
            String region = given.value().get();
            return List.of(value(new Region(law.listsOf(Subject.REGION, region)), Basis.STATED, region));
        }
        Set<String> named = law.regionsOf(transfer.destination().value());
        Value none = value(new Region(Set.of()), Basis.POSSIBLE, "none that a list names");
        if (named.isEmpty()) {
            return List.of(value(new Region(Set.of()), Basis.STATED, none.label()));
        }
        var groups = new TreeMap<String, List<String>>();
        for (String region : named) {
            var seen = new TreeSet<>(law.listsOf(Subject.REGION, region));
            seen.retainAll(asked);
            groups.computeIfAbsent(seen.toString(), first -> new ArrayList<>()).add(region);
        }
        var possible = new ArrayList<Value>(List.of(none));
        for (List<String> group : groups.values()) {
            Object fact = new Region(law.listsOf(Subject.REGION, group.get(0)));
            possible.add(value(fact, Basis.POSSIBLE, String.join(" or ", group), group));
        }
        return possible;
    }

    /**
     * What is known with several things more at once: with every set of what is asked for; where that is much, with all of it and
     * with all but one.
     */
    private static List<Set<String>> together(Set<String> known, Set<String> asked) {
        List<String> more = asked.stream().filter(each -> !known.contains(each)).toList();
        var several = new ArrayList<Set<String>>();
        int all = (1 << Math.min(more.size(), FEW)) - 1;
        if (more.size() <= FEW) {
            for (int chosen = 1; chosen <= all; chosen++) {
                if (Integer.bitCount(chosen) > 1) {
                    int bits = chosen;
                    several.add(with(known, more, i -> (bits >> i & 1) == 1));
                }
            }
            return several;
        }
        several.add(with(known, more, i -> true));
        for (int but = 0; but < more.size(); but++) {
            int left = but;
            several.add(with(known, more, i -> i != left));
        }
        return several;
    }

    private static Set<String> with(Set<String> known, List<String> more, IntPredicate chosen) {
        var all = new TreeSet<>(known);
        IntStream.range(0, more.size()).filter(chosen).mapToObj(more::get).forEach(all::add);
        return all;
    }

    private Value several(Object fact, Set<String> names) {
        return value(fact, Basis.POSSIBLE, String.join(", ", names), List.copyOf(names));
    }

    private Set<String> listsByName(Party party) {
        return party.name()
                .value()
                .map(name -> law.listsOf(Subject.PARTY, name))
                .orElse(Set.of());
    }

    // A party's name can put it on lists for certain; whether it is on others only a screening tells.
    private List<Value> party(FactType type, Party party, Function<Set<String>, ?> fact) {
        var known = new TreeSet<>(listsByName(party));
        known.addAll(party.lists().value().orElse(Set.of()));
        String label = known.isEmpty() ? NOT_LISTED : String.join(", ", known);
        if (party.lists().value().isPresent()) {
            return List.of(value(fact.apply(known), Basis.STATED, label));
        }
        var possible = new ArrayList<Value>();
        for (String list : law.asked(type, Argument.PARTY_LIST)) {
            if (!known.contains(list)) {
                var more = new TreeSet<>(known);
                more.add(list);
                possible.add(value(fact.apply(more), Basis.POSSIBLE, list));
            }
        }
        together(known, law.asked(type, Argument.PARTY_LIST))
                .forEach(lists -> possible.add(several(fact.apply(lists), lists)));
        if (party.lists().isUnstated()) {
            return otherwise(Optional.of(value(fact.apply(known), Basis.ASSUMED, label)), possible);
        }
        possible.add(value(fact.apply(known), Basis.POSSIBLE, label));
        return possible;
    }

    private List<Value> training() {
        Optional<Compute> counted = CountedCompute.of(model);
        boolean open = model.release()
                .value()
                .filter(release -> release == Release.WEIGHTS_PUBLIC)
                .isPresent();
        boolean lineageUnknown =
                model.lineage().value().isEmpty() && !model.lineage().isUnstated();
        boolean ordinarilyFew = open && model.trainingCompute().isUnstated() && !lineageUnknown;
        Compute bounds = counted.orElse(Compute.between(0, Double.POSITIVE_INFINITY));
        List<Atom> asked = law.asked(FactType.TRAINING);
        var all = new LinkedHashMap<Set<String>, Supplier<String>>();
        for (Band band : law.scale(FactType.TRAINING).within(bounds)) {
            double least = Math.max(band.from(), bounds.atLeast());
            double most = Math.min(Math.nextDown(band.to()), bounds.atMost());
            all.putIfAbsent(reached(asked, band, least, false), band::inWords);
            if (least < most || !hasNoLineage()) {
                all.putIfAbsent(
                        reached(asked, band, most, true), () -> band.inWords() + ", with what its teachers add");
            }
        }
        if (all.size() == 1 && counted.isPresent()) {
            var training = new Training(all.keySet().iterator().next());
            return List.of(value(training, Basis.STATED, bounds.inWords()).inheriting(CountedCompute.inherited(model)));
        }
        var alternatives = new ArrayList<Value>();
        all.forEach((reached, label) -> alternatives.add(value(
                new Training(reached),
                ordinarilyFew && alternatives.isEmpty() ? Basis.ASSUMED : Basis.POSSIBLE,
                label.get())));
        if (ordinarilyFew) {
            return otherwise(Optional.of(alternatives.get(0)), alternatives.subList(1, alternatives.size()));
        }
        return alternatives;
    }

    /** What a count reaches, taking the least or the most that the teachers of the model can add to it. */
    private Set<String> reached(List<Atom> asked, Band band, double count, boolean most) {
        Set<String> reached = band.reached();
        for (Atom atom : asked) {
            if (atom.values().size() == 2) {
                Compute added = CountedCompute.synthetic(model, figure(atom, 1));
                if (count + (most ? added.atMost() : added.atLeast()) >= figure(atom, 0)) {
                    reached = with(reached, List.of(String.join("|", atom.values())), every -> true);
                }
            }
        }
        return reached;
    }

    private double figure(Atom atom, int position) {
        return law.figures().getOrDefault(atom.values().get(position), Double.POSITIVE_INFINITY);
    }

    private List<Value> users() {
        Given<Long> given = transfer.recipient().monthlyUsers();
        Compute bounds =
                given.value().map(users -> Compute.of(users)).orElse(Compute.between(0, Double.POSITIVE_INFINITY));
        var alternatives = new ArrayList<Value>();
        // "More than": a number that only equals a figure does not exceed it.
        for (Band band : law.scale(FactType.USERS).within(bounds)) {
            var exceeded = new TreeSet<>(band.reached());
            given.value()
                    .ifPresent(users -> exceeded.removeIf(
                            figure -> law.figures().getOrDefault(figure, Double.POSITIVE_INFINITY) >= users));
            Basis basis = given.value().isPresent()
                    ? Basis.STATED
                    : given.isUnstated() && alternatives.isEmpty() ? Basis.ASSUMED : Basis.POSSIBLE;
            String label = given.value().map(Object::toString).orElseGet(band::inWords);
            alternatives.add(value(new Users(exceeded), basis, label));
        }
        return given.isUnstated()
                ? otherwise(Optional.of(alternatives.get(0)), alternatives.subList(1, alternatives.size()))
                : alternatives;
    }

    private List<Value> reckoned(Truths truths, boolean assumed, Function<Set<String>, ?> fact) {
        var alternatives = new ArrayList<Value>();
        for (Set<String> holds : truths.possible()) {
            Basis basis = truths.open().isEmpty()
                    ? Basis.STATED
                    : assumed && alternatives.isEmpty() ? Basis.ASSUMED : Basis.POSSIBLE;
            List<String> words = holds.isEmpty()
                    ? List.of("nothing that a rule asks for")
                    : holds.stream().map(Truths::inWords).toList();
            alternatives.add(value(fact.apply(holds), basis, String.join("; ", words), words));
        }
        return assumed && alternatives.size() > 1
                ? otherwise(Optional.of(alternatives.get(0)), alternatives.subList(1, alternatives.size()))
                : alternatives;
    }

    private List<Value> ownership() {
        Given<List<Owner>> given = transfer.recipient().owners();
        List<Atom> asked = law.asked(FactType.OWNERSHIP);
        if (given.value().isEmpty()) {
            Truths truths = Truths.of(asked, atom -> Optional.empty());
            return reckoned(truths, given.isUnstated(), Ownership::new);
        }
        List<Owner> owners = given.value().get();
        Truths screened = Truths.of(asked, atom -> new Shareholding(owners, law, true).holds(atom));
        Truths unscreened = Truths.of(asked, atom -> new Shareholding(owners, law, false).holds(atom));
        // Owners of whom no list is stated are assumed to be on none.
        boolean assumed = screened.open().isEmpty() && !unscreened.open().isEmpty();
        return reckoned(unscreened, assumed, Ownership::new);
    }

    private List<Value> derivation() {
        Truths truths = Truths.of(
                law.asked(FactType.DERIVATION),
                atom -> CountedCompute.derivedWithin(model, figure(atom, 0), figure(atom, 1)));
        return reckoned(truths, false, Derivation::new);
    }

    private List<Value> ancestry() {
        AncestryOfWeights ancestry = AncestryOfWeights.of(model);
        Truths truths = Truths.of(law.asked(FactType.ANCESTRY), ancestry::holds);
        return reckoned(truths, false, Ancestry::new).stream()
                .map(each -> each.inheriting(ancestry.origins()))
                .toList();
    }

    private List<Value> provider() {
        Party exporter = transfer.exporter();
        List<String> names = exporter.name()
                .value()
                .map(List::of)
                .orElseGet(() -> model.developers().value().orElse(List.of()).stream()
                        .map(Developer::name)
                        .toList());
        var lists = new TreeSet<String>(exporter.lists().value().orElse(Set.of()));
        names.forEach(name -> lists.addAll(law.listsOf(Subject.PARTY, name)));
        String label = names.isEmpty() ? "not named" : String.join(", ", names);
        boolean named = !names.isEmpty() && !names.contains(Developer.UNNAMED);
        if (named) {
            return List.of(value(new Provider(lists), Basis.STATED, label));
        }
        var possible = new ArrayList<Value>();
        for (String list : law.asked(FactType.PROVIDER, Argument.PARTY_LIST)) {
            if (!lists.contains(list)) {
                var more = new TreeSet<>(lists);
                more.add(list);
                possible.add(value(new Provider(more), Basis.POSSIBLE, list));
            }
        }
        return otherwise(Optional.of(value(new Provider(lists), Basis.ASSUMED, NOT_LISTED)), possible);
    }

    private List<Value> licenses(FactType type, LicensesOfLineage all, BiFunction<Set<String>, Boolean, ?> fact) {
        var lists = new TreeSet<String>();
        boolean unlisted = false;
        for (String license : all.known()) {
            Set<String> on = law.listsOf(Subject.LICENSE, license);
            lists.addAll(on);
            unlisted |= on.isEmpty() && !license.equals(PROPRIETARY);
        }
        String label = all.known().isEmpty() ? "none" : String.join(", ", all.known());
        if (all.complete()) {
            return List.of(
                    value(fact.apply(lists, unlisted), Basis.STATED, label).inheriting(all.inherited()));
        }
        var possible = new ArrayList<Value>();
        possible.add(value(fact.apply(lists, true), Basis.POSSIBLE, "one on no list"));
        if (!unlisted) {
            possible.add(value(fact.apply(lists, false), Basis.POSSIBLE, "no further one"));
        }
        for (String list : law.asked(type, Argument.LICENSE_LIST)) {
            if (!lists.contains(list)) {
                var more = new TreeSet<>(lists);
                more.add(list);
                possible.add(value(fact.apply(more, unlisted), Basis.POSSIBLE, list));
            }
        }
        return possible.stream().map(each -> each.inheriting(all.inherited())).toList();
    }

    private List<Value> classification() {
        Given<String> given = transfer.classification();
        if (given.value().isPresent()) {
            String entry = given.value().get();
            return List.of(value(new Classification(entry), Basis.STATED, entry));
        }
        Value none = value(new Classification(""), Basis.ASSUMED, "none that a rule names");
        var possible = new ArrayList<Value>();
        for (String entry : law.asked(FactType.CLASSIFICATION, Argument.NAME)) {
            possible.add(value(new Classification(entry), Basis.POSSIBLE, entry));
        }
        possible.add(value(new Classification(OTHER_ENTRY), Basis.POSSIBLE, OTHER_ENTRY));
        if (given.isUnstated()) {
            return otherwise(Optional.of(none), possible);
        }
        possible.add(value(none.fact(), Basis.POSSIBLE, none.label()));
        return possible;
    }

    /** A fact that is yes or no, with its assumption. */
    private List<Value> yesOrNo(Given<Boolean> given, boolean assumption, Function<Boolean, ?> fact) {
        if (given.value().isPresent()) {
            boolean stated = given.value().get();
            return List.of(value(fact.apply(stated), Basis.STATED, stated ? "yes" : "no"));
        }
        Value other = value(fact.apply(!assumption), Basis.POSSIBLE, assumption ? "no" : "yes");
        Object ordinary = fact.apply(assumption);
        String label = assumption ? "yes" : "no";
        return given.isUnstated()
                ? otherwise(Optional.of(value(ordinary, Basis.ASSUMED, label)), List.of(other))
                : List.of(value(ordinary, Basis.POSSIBLE, label), other);
    }

    private List<Value> geoGate() {
        Set<Country> gate = model.geoGate().value().orElse(Set.of());
        if (gate.isEmpty() && model.geoGate().isUnstated()) {
            return List.of(value(new GeoGate(false), Basis.STATED, "none"));
        }
        Given<Boolean> refuses = model.geoGate().value().isEmpty()
                ? Given.unknown()
                : transfer.destination()
                        .value()
                        .map(gate::contains)
                        .map(Given::of)
                        .orElse(Given.unknown());
        return yesOrNo(refuses, false, GeoGate::new);
    }

    private List<Value> modalities() {
        if (model.modalities().value().isPresent()) {
            Set<String> stated = model.modalities().value().get();
            return List.of(value(new Modalities(stated), Basis.STATED, String.join(", ", stated)));
        }
        var possible = new ArrayList<Value>();
        for (String asked : law.asked(FactType.MODALITIES, Argument.MODALITY)) {
            possible.add(value(new Modalities(Set.of(asked)), Basis.POSSIBLE, asked));
        }
        together(Set.of(), law.asked(FactType.MODALITIES, Argument.MODALITY))
                .forEach(names -> possible.add(several(new Modalities(names), names)));
        possible.add(value(new Modalities(Set.of()), Basis.POSSIBLE, "none of these"));
        return possible;
    }

    private List<Value> redFlags() {
        if (transfer.redFlags().value().isPresent()) {
            Set<RedFlag> redFlags = transfer.redFlags().value().get();
            String label = redFlags.isEmpty()
                    ? "none"
                    : redFlags.stream().map(RedFlag::name).collect(Collectors.joining(", "));
            return List.of(value(new RedFlags(redFlags), Basis.STATED, label));
        }
        var possible = new ArrayList<Value>();
        Set<String> asked = law.asked(FactType.RED_FLAGS, Argument.RED_FLAG);
        Arrays.stream(RedFlag.values())
                .filter(redFlag -> asked.contains(redFlag.name()))
                .map(redFlag -> value(new RedFlags(EnumSet.of(redFlag)), Basis.POSSIBLE, redFlag.name()))
                .forEach(possible::add);
        together(Set.of(), asked)
                .forEach(names -> possible.add(several(
                        new RedFlags(
                                names.stream().map(RedFlag::valueOf).collect(Collectors.toCollection(TreeSet::new))),
                        names)));
        if (transfer.redFlags().isUnstated()) {
            return otherwise(Optional.of(value(new RedFlags(Set.of()), Basis.ASSUMED, "none")), possible);
        }
        possible.add(value(new RedFlags(Set.of()), Basis.POSSIBLE, "none"));
        return possible;
    }

    // Nothing attested is a known fact. All that could be attested stands beside it, for the ways out alone.
    private List<Value> attestations() {
        Set<String> stated = transfer.attestations().value().orElse(Set.of());
        String label = stated.isEmpty() ? "none" : String.join(", ", stated);
        Value given = value(new Attestations(stated), Basis.STATED, label);
        var all = new TreeSet<>(law.asked(FactType.ATTESTATIONS, Argument.ATTESTATION));
        if (stated.containsAll(all)) {
            return List.of(given);
        }
        var more = new ArrayList<>(all);
        more.removeAll(stated);
        all.addAll(stated);
        return List.of(given, value(new Attestations(all), Basis.POSSIBLE, String.join(", ", more), more));
    }
}
