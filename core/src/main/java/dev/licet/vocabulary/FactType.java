package dev.licet.vocabulary;

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
import dev.licet.facts.ExporterParty;
import dev.licet.facts.GeoGate;
import dev.licet.facts.Headquarters;
import dev.licet.facts.Intermediary;
import dev.licet.facts.Involved;
import dev.licet.facts.Licenses;
import dev.licet.facts.Modalities;
import dev.licet.facts.ModelName;
import dev.licet.facts.Nationality;
import dev.licet.facts.Origin;
import dev.licet.facts.Ownership;
import dev.licet.facts.Place;
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
import dev.licet.facts.Term;
import dev.licet.facts.Training;
import dev.licet.facts.TransferKind;
import dev.licet.facts.UltimateParent;
import dev.licet.facts.Users;
import dev.licet.request.Check;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vocabulary: each fact that rules can match on, what they may ask of it, and what it is called in explanations. */
public enum FactType {
    ARTIFACT(
            Artifact.class,
            "kind of transfer",
            "transfer.kind",
            new ConstantShape.OfKind(),
            Member.property("kind", Argument.TRANSFER_KIND, Artifact.class, Artifact::kind)),
    PUBLICATION(
            Publication.class,
            "release of the model",
            "model.release",
            new ConstantShape.OfRelease(),
            Member.property("release", Argument.RELEASE, Publication.class, Publication::release),
            Member.flag(Publication.class, "published", Publication::published),
            Member.flag(Publication.class, "gated", Publication::gated),
            Member.flag(Publication.class, "closed", Publication::closed)),
    ORIGIN(
            Origin.class,
            "origin of the model",
            "model.developers.0.country",
            new CountriesShape.OfOrigin(),
            Member.call(Origin.class, "includes", Origin::includes, Argument.COUNTRY),
            Member.call(Origin.class, "on", Origin::on, Argument.COUNTRY_LIST)),
    TRAINING(
            Training.class,
            "training compute",
            "model.trainingCompute",
            new LineageShape(new NumberShape.OfTraining()),
            Member.call(Training.class, "reaches", Training::reaches, Argument.FIGURE),
            Member.call(
                    Training.class,
                    "reachesWithSynthetic",
                    Training::reachesWithSynthetic,
                    Argument.FIGURE,
                    Argument.FIGURE)),
    MODALITIES(
            Modalities.class,
            "modalities of the model",
            "model.modalities",
            new SetShape.OfModalities(),
            Member.call(Modalities.class, "includes", Modalities::includes, Argument.MODALITY)),
    EXPORTER(
            Exporter.class,
            "country of the exporter",
            "transfer.exporter.country",
            new CountriesShape.OfExporter(),
            Member.call(Exporter.class, "includes", Exporter::includes, Argument.COUNTRY),
            Member.call(Exporter.class, "on", Exporter::on, Argument.COUNTRY_LIST)),
    DESTINATION(Destination.class, "destination", "transfer.destination", Places.DESTINATION, Member.place()),
    REGION(
            Region.class,
            "region of the destination",
            "transfer.region",
            new RegionShape(),
            Member.call(Region.class, "on", Region::on, Argument.REGION_LIST)),
    RESIDENCE(
            Residence.class,
            "country of the recipient",
            "transfer.recipient.country",
            Places.RESIDENCE,
            Member.place()),
    HEADQUARTERS(
            Headquarters.class,
            "headquarters of the recipient",
            "transfer.recipient.headquarters",
            Places.HEADQUARTERS,
            Member.place()),
    ULTIMATE_PARENT(
            UltimateParent.class,
            "headquarters of the recipient's ultimate parent",
            "transfer.recipient.ultimateParent",
            Places.ULTIMATE_PARENT,
            Member.place()),
    RECIPIENT(
            Recipient.class,
            "lists that the recipient is on",
            "transfer.recipient.lists",
            new PartyShape(request -> request.transfer().recipient(), Recipient::new),
            Member.call(Recipient.class, "on", Recipient::on, Argument.PARTY_LIST)),
    BODY(
            Body.class,
            "type of the recipient",
            "transfer.recipient.type",
            new ConstantShape<>(
                    RecipientType.class,
                    Member.Argument.RECIPIENT_TYPE,
                    request -> request.transfer().recipient().type(),
                    Optional.of(RecipientType.COMPANY),
                    Body::new),
            Member.property("type", Argument.RECIPIENT_TYPE, Body.class, Body::type)),
    INTERMEDIARY(
            Intermediary.class,
            "intermediary",
            "transfer.intermediary",
            new InvolvedShape.OfIntermediary(),
            Member.involved()),
    EXPORTER_PARTY(
            ExporterParty.class,
            "exporter as a party",
            "transfer.exporter",
            new InvolvedShape.OfExporter(),
            Member.involved()),
    PURPOSE(
            Purpose.class,
            "end use",
            "transfer.endUse",
            new ConstantShape<>(
                    EndUse.class,
                    Member.Argument.END_USE,
                    request -> request.transfer().endUse(),
                    Optional.of(EndUse.CIVIL),
                    Purpose::new),
            Member.property("endUse", Argument.END_USE, Purpose.class, Purpose::endUse)),
    PUBLIC_OFFER(
            PublicOffer.class,
            "offer to the public",
            "transfer.offeredToPublic",
            new YesNoShape(request -> request.transfer().offeredToPublic(), false, PublicOffer::new),
            Member.flag(PublicOffer.class, "offered", PublicOffer::offered)),
    RED_FLAGS(
            RedFlags.class,
            "red flags",
            "transfer.redFlags",
            new SetShape.OfRedFlags(),
            Member.call(
                    RedFlags.class,
                    "includes",
                    (flags, name) -> flags.includes(RedFlag.valueOf(name)),
                    Argument.RED_FLAG)),
    ATTESTATIONS(
            Attestations.class,
            "attestations",
            "transfer.attestations",
            new SetShape.OfAttestations(),
            Member.call(Attestations.class, "includes", Attestations::includes, Argument.ATTESTATION)),
    PROVIDER(
            Provider.class,
            "lists that the provider is on",
            "transfer.exporter.name",
            new PartyShape.OfProvider(),
            Member.call(Provider.class, "on", Provider::on, Argument.PARTY_LIST),
            Member.call(Provider.class, "offeredBy", Provider::offeredBy, Argument.PARTY_LIST)),
    MODEL_NAME(
            ModelName.class,
            "name of the model",
            "model.name",
            new NameShape(),
            Member.call(ModelName.class, "on", ModelName::on, Argument.MODEL_LIST),
            Member.call(ModelName.class, "beginsWith", ModelName::beginsWith, Argument.NAME)),
    LICENSES(
            Licenses.class,
            "licenses of the weights",
            "model.license",
            new LineageShape(new LicenseShape()),
            Member.call(Licenses.class, "on", Licenses::on, Argument.LICENSE_LIST),
            Member.flag(Licenses.class, "unlisted", Licenses::unlisted)),
    TEACHER_LICENSES(
            TeacherLicenses.class,
            "licenses of the models it learned from",
            "model.lineage",
            new LineageShape(new LicenseShape.OfTeachers()),
            Member.call(TeacherLicenses.class, "on", TeacherLicenses::on, Argument.LICENSE_LIST)),
    DERIVATION(
            Derivation.class,
            "derivation from published weights",
            "model.lineage",
            new LineageShape(new ReckonedShape.OfDerivation()),
            Member.call(Derivation.class, "within", Derivation::within, Argument.FIGURE, Argument.FIGURE)),
    ANCESTRY(
            Ancestry.class,
            "what the weights were made from",
            "model.lineage",
            new LineageShape(new ReckonedShape.OfAncestry()),
            Member.flag(Ancestry.class, "derived", Ancestry::derived),
            Member.call(Ancestry.class, "unpublishedFrom", Ancestry::unpublishedFrom, Argument.COUNTRY)),
    OWNERSHIP(
            Ownership.class,
            "owners of the recipient",
            "transfer.recipient.owners",
            new ReckonedShape.OfOwners(),
            Member.call(Ownership.class, "heldBy", Ownership::heldBy, Argument.PARTY_LIST, Argument.FIGURE),
            Member.call(Ownership.class, "includes", Ownership::includes, Argument.PARTY_LIST),
            Member.call(Ownership.class, "seatedIn", Ownership::seatedIn, Argument.COUNTRY_LIST, Argument.FIGURE),
            Member.call(
                    Ownership.class,
                    "seatedOutside",
                    Ownership::seatedOutside,
                    Argument.COUNTRY_LIST,
                    Argument.FIGURE)),
    NATIONALITY(
            Nationality.class,
            "nationality of the recipient",
            "transfer.recipient.nationality",
            Places.NATIONALITY,
            Member.place()),
    CLASSIFICATION(
            Classification.class,
            "classification of the item",
            "transfer.classification",
            new EntryShape(),
            Member.call(Classification.class, "is", Classification::is, Argument.NAME)),
    USERS(
            Users.class,
            "monthly users of the recipient",
            "transfer.recipient.monthlyUsers",
            new NumberShape.OfUsers(),
            Member.call(Users.class, "exceed", Users::exceed, Argument.FIGURE)),
    COMMERCE(
            Commerce.class,
            "use in commerce",
            "transfer.commercial",
            new YesNoShape(request -> request.transfer().commercial(), true, Commerce::new),
            Member.flag(Commerce.class, "commercial", Commerce::commercial)),
    GEO_GATE(
            GeoGate.class,
            "gate at the place of download",
            "model.geoGate",
            new YesNoShape.OfGate(),
            Member.flag(GeoGate.class, "refuses", GeoGate::refuses)),
    /** Not a fact of a request: a definition that a rule has found to hold. */
    TERM(Term.class, "definitions", "", new TermShape(), Member.call(Term.class, "is", Term::is, Argument.TERM));

    private final Class<?> factClass;
    private final String label;
    private final String field;

    // Neither the shape nor the members ever change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Shape shape;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Member> members;

    FactType(Class<?> factClass, String label, String field, Shape shape, Member... members) {
        this(factClass, label, field, shape, List.of(members));
    }

    FactType(Class<?> factClass, String label, String field, Shape shape, List<Member> members) {
        this.factClass = factClass;
        this.label = label;
        this.field = field;
        this.shape = shape;
        this.members = members;
    }

    /** The countries of the recipient: each is assumed to be that of another, which is assumed to be the destination at last. */
    private static final class Places {
        static final PlaceShape DESTINATION =
                new PlaceShape(request -> request.transfer().destination(), Optional.empty(), Destination::new);
        static final PlaceShape RESIDENCE = new PlaceShape(
                request -> request.transfer().recipient().country(), Optional.of(DESTINATION), Residence::new);
        static final PlaceShape HEADQUARTERS = new PlaceShape(
                request -> request.transfer().recipient().headquarters(), Optional.of(RESIDENCE), Headquarters::new);
        static final PlaceShape ULTIMATE_PARENT = new PlaceShape(
                request -> request.transfer().recipient().ultimateParent(),
                Optional.of(HEADQUARTERS),
                UltimateParent::new);
        static final PlaceShape NATIONALITY = new PlaceShape(
                request -> request.transfer().recipient().nationality(), Optional.of(RESIDENCE), Nationality::new);
    }

    /** Rules define terms; no request states them. */
    private static final class TermShape extends Shape {
        @Override
        public Optional<Object> key(Request request, RulesOfDay law) {
            throw noFact();
        }

        @Override
        public List<Value> values(Situation situation) {
            throw noFact();
        }

        @Override
        public List<?> tries(Situation situation) {
            throw noFact();
        }

        private static AssertionError noFact() {
            return new AssertionError("a term is no fact of a request");
        }
    }

    public String label() {
        return label;
    }

    public Class<?> factClass() {
        return factClass;
    }

    public String patternName() {
        return factClass.getSimpleName();
    }

    public List<Member> members() {
        return members;
    }

    public Optional<Member> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /** Where a request states it, by the path in its document. */
    public String field() {
        return field;
    }

    /** Who ordinarily checks an assumption about it. */
    public Check check() {
        return switch (this) {
            case RECIPIENT, INTERMEDIARY, PROVIDER, OWNERSHIP, RED_FLAGS -> Check.SCREENING;
            case PUBLICATION,
                    ORIGIN,
                    TRAINING,
                    MODALITIES,
                    MODEL_NAME,
                    LICENSES,
                    TEACHER_LICENSES,
                    DERIVATION,
                    ANCESTRY,
                    GEO_GATE -> Check.ENGINEERING;
            case CLASSIFICATION -> Check.COUNSEL;
            default -> Check.CUSTOMER_FORM;
        };
    }

    /** How a request states it, and which values it then has or could have. */
    public Shape shape() {
        return shape;
    }

    private static final Map<Class<?>, FactType> BY_CLASS =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(FactType::factClass, type -> type));

    /** The fact that a value is one of. */
    public static FactType of(Object fact) {
        return Optional.ofNullable(BY_CLASS.get(fact.getClass())).orElseThrow();
    }

    private static final Map<String, FactType> BY_LABEL =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(FactType::label, type -> type));

    /** The fact of that name in explanations. */
    public static Optional<FactType> labelled(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }

    public static Optional<FactType> ofPattern(String name) {
        return Stream.of(values())
                .filter(type -> type.patternName().equals(name))
                .findFirst();
    }

    /**
     * Something that a rule may ask of a fact: {@code on("…")}, {@code kind == TransferKind.API}, {@code published}.
     *
     * @param value what a fact has for this property; of no use for the others
     * @param holds whether a fact answers yes to the arguments; of no use for a property
     */
    public record Member(
            String name,
            boolean isCall,
            List<Argument> arguments,
            Function<Object, Object> value,
            BiPredicate<Object, List<String>> holds) {

        public Member {
            arguments = List.copyOf(arguments);
        }

        /** What a fact has for this property: the name of a constant, or a text. */
        public String of(Object fact) {
            Object has = value.apply(fact);
            return has instanceof Enum<?> constant ? constant.name() : String.valueOf(has);
        }

        boolean holds(Object fact, List<String> asked) {
            return holds.test(fact, asked);
        }

        /** The first argument. */
        public Argument argument() {
            return arguments.get(0);
        }

        public enum Argument {
            NOTHING,
            TEXT,
            COUNTRY,
            COUNTRY_LIST,
            PARTY_LIST,
            REGION_LIST,
            MODEL_LIST,
            LICENSE_LIST,
            TERM,
            NAME,
            FIGURE,
            ATTESTATION,
            MODALITY,
            TRANSFER_KIND(TransferKind.class),
            RELEASE(Release.class),
            END_USE(EndUse.class),
            RECIPIENT_TYPE(RecipientType.class),
            RED_FLAG(RedFlag.class);

            private final Optional<Class<? extends Enum<?>>> constants;

            Argument() {
                this.constants = Optional.empty();
            }

            Argument(Class<? extends Enum<?>> constants) {
                this.constants = Optional.of(constants);
            }

            /** The enum whose constants the argument is one of; empty if the argument is a string or nothing. */
            public Optional<Class<? extends Enum<?>>> constants() {
                return constants;
            }
        }

        private static <F> Member call(Class<F> fact, String name, BiPredicate<F, String> holds, Argument argument) {
            return new Member(
                    name,
                    true,
                    List.of(argument),
                    Member::noProperty,
                    (seen, asked) -> holds.test(fact.cast(seen), asked.get(0)));
        }

        private static <F> Member call(Class<F> fact, String name, OfTwo<F> holds, Argument first, Argument second) {
            return new Member(
                    name,
                    true,
                    List.of(first, second),
                    Member::noProperty,
                    (seen, asked) -> holds.test(fact.cast(seen), asked.get(0), asked.get(1)));
        }

        private interface OfTwo<F> {
            boolean test(F fact, String first, String second);
        }

        private static <F> Member property(String name, Argument argument, Class<F> fact, Function<F, ?> value) {
            return new Member(
                    name,
                    false,
                    List.of(argument),
                    seen -> value.apply(fact.cast(seen)),
                    (seen, asked) -> noQuestion(seen));
        }

        private static <F> Member flag(Class<F> fact, String name, Predicate<F> holds) {
            return new Member(
                    name,
                    false,
                    List.of(Argument.NOTHING),
                    Member::noProperty,
                    (seen, asked) -> holds.test(fact.cast(seen)));
        }

        private static Object noProperty(Object fact) {
            throw new AssertionError("a question to the fact has no value of its own: " + fact);
        }

        private static boolean noQuestion(Object fact) {
            throw new AssertionError("a property is compared, it does not hold: " + fact);
        }

        private static List<Member> involved() {
            return List.of(
                    call(Involved.class, "on", Involved::on, Argument.PARTY_LIST),
                    call(Involved.class, "basedIn", Involved::basedIn, Argument.COUNTRY_LIST),
                    call(Involved.class, "basedOutside", Involved::basedOutside, Argument.COUNTRY_LIST),
                    call(Involved.class, "headquarteredIn", Involved::headquarteredIn, Argument.COUNTRY_LIST),
                    call(
                            Involved.class,
                            "ofType",
                            (party, type) -> party.ofType(RecipientType.valueOf(type)),
                            Argument.RECIPIENT_TYPE),
                    call(Involved.class, "usersExceed", Involved::usersExceed, Argument.FIGURE),
                    call(Involved.class, "ownedBy", Involved::ownedBy, Argument.PARTY_LIST),
                    call(Involved.class, "heldBy", Involved::heldBy, Argument.PARTY_LIST, Argument.FIGURE),
                    call(
                            Involved.class,
                            "seatedOutside",
                            Involved::seatedOutside,
                            Argument.COUNTRY_LIST,
                            Argument.FIGURE));
        }

        private static List<Member> place() {
            return List.of(
                    property("country", Argument.TEXT, Place.class, Place::country),
                    call(Place.class, "is", Place::is, Argument.COUNTRY),
                    call(Place.class, "on", Place::on, Argument.COUNTRY_LIST));
        }
    }
}
