package dev.licet.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value that a fact has or could have, as data: each language writes it in its own words. As text it is what records hold, which
 * is the same in every language.
 */
public sealed interface FactValue {

    /**
     * A value of one name.
     *
     * @param name the name, such as the code of a country
     * @return the value
     */
    static FactValue name(String name) {
        return new Names(List.of(name));
    }

    /**
     * Yes or no.
     *
     * @param yes which of the two
     * @return the value
     */
    static FactValue yesOrNo(boolean yes) {
        return yes ? Fixed.TRUE : Fixed.FALSE;
    }

    /**
     * One of several values.
     *
     * @param values the values, at least one
     * @return the value itself if there is one alone
     */
    static FactValue anyOf(List<FactValue> values) {
        return values.size() == 1 ? values.get(0) : new AnyOf(values);
    }

    /**
     * The values of which one holds.
     *
     * @return this value alone, unless it is {@link AnyOf}
     */
    default List<FactValue> options() {
        return this instanceof AnyOf any ? any.values() : List.of(this);
    }

    /** Values with nothing to fill in. */
    enum Fixed implements FactValue {
        /** Yes. */
        TRUE("yes"),
        /** No. */
        FALSE("no"),
        /** None. */
        NONE("none"),
        /** Any other constant than those that rules ask for. */
        OTHER("any other"),
        /** On none of the lists that rules ask for. */
        NOT_LISTED("on none of the lists"),
        /** A region that no list names. */
        UNLISTED_REGION("none that a list names"),
        /** No entry of a control list that a rule names. */
        NO_NAMED_ENTRY("none that a rule names"),
        /** An entry of a control list that no rule names. */
        UNNAMED_ENTRY("an entry that no rule names"),
        /** Nothing of all that rules ask for holds. */
        NOTHING_ASKED("nothing that a rule asks for"),
        /** A license that is on no list. */
        UNLISTED_LICENSE("one on no list"),
        /** No license beyond those that are known. */
        NO_FURTHER_LICENSE("no further one"),
        /** None of the words that rules ask for. */
        NONE_OF_THESE("none of these"),
        /** Any value: the rule applies with each. */
        WHATEVER("whatever it is");

        private final String text;

        Fixed(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Names, all of which hold: codes of countries, licenses, lists, attestations, or the name of a party or a model.
     *
     * @param names the names
     */
    record Names(List<String> names) implements FactValue {
        /** Copies. */
        public Names {
            names = List.copyOf(names);
        }

        @Override
        public String toString() {
            return String.join(", ", names);
        }
    }

    /**
     * Constants, all of which hold, such as an end use or red flags.
     *
     * @param constants the constants
     */
    record Constants(List<Enum<?>> constants) implements FactValue {
        /** Copies. */
        public Constants {
            constants = List.copyOf(constants);
        }

        @Override
        public String toString() {
            return constants.stream().map(Enum::name).collect(Collectors.joining(", "));
        }
    }

    /**
     * A number, exact or within bounds.
     *
     * @param bounds the bounds, both included
     */
    record Amount(Compute bounds) implements FactValue {
        @Override
        public String toString() {
            return bounds.inWords();
        }
    }

    /**
     * Any number between two figures.
     *
     * @param from the lower figure, included; 0 if there is none
     * @param to the upper figure, excluded; infinite if there is none
     * @param withTeachers whether what the teachers of a model add is counted too
     */
    record Band(double from, double to, boolean withTeachers) implements FactValue {
        @Override
        public String toString() {
            String band = Double.isInfinite(to)
                    ? from == 0 ? "any number" : Compute.inWords(from) + " or more"
                    : (from == 0 ? "" : Compute.inWords(from) + " or more, ") + "fewer than " + Compute.inWords(to);
            return withTeachers ? band + ", with what its teachers add" : band;
        }
    }

    /**
     * Any of the countries that rules cannot tell apart.
     *
     * @param lists the lists that they are on; empty for all that are on none
     */
    record CountryOn(List<String> lists) implements FactValue {
        /** Copies. */
        public CountryOn {
            lists = List.copyOf(lists);
        }

        @Override
        public String toString() {
            return lists.isEmpty() ? "any other country" : "a country on " + String.join(", ", lists);
        }
    }

    /**
     * Several countries at once.
     *
     * @param without a country that is not among them
     */
    record SeveralCountries(Optional<String> without) implements FactValue {
        @Override
        public String toString() {
            return "several countries at once" + without.map(", not "::concat).orElse("");
        }
    }

    /**
     * What rules ask of a party, of owners or of a lineage, and holds: that parties on a list hold a share, for example.
     *
     * @param question the question, by its name in rule files
     * @param about the lists, figures and countries that it names
     */
    record Holds(String question, List<String> about) implements FactValue {
        /** Copies. */
        public Holds {
            about = List.copyOf(about);
        }

        @Override
        public String toString() {
            String pattern = switch (question) {
                case "heldBy" -> "held by parties on %s to %s or more";
                case "includes" -> "an owner on %s";
                case "on" -> "on %s";
                case "basedIn" -> "based in a country on %s";
                case "basedOutside" -> "based in a country not on %s";
                case "headquarteredIn" -> "headquartered in a country on %s";
                case "ofType" -> "of the type %s";
                case "usersExceed" -> "used by more people a month than %s";
                case "ownedBy" -> "owned in part by a party on %s";
                case "seatedIn" -> "held from countries on %s to more than %s";
                case "seatedOutside" -> "held from countries not on %s to more than %s";
                case "within" -> "made from published weights with no more of its own than %s or %s";
                case "derived" -> "made from other weights";
                case "unpublishedFrom" -> "made from unpublished weights of the origin %s";
                default -> throw new AssertionError("no words for the question " + question);
            };
            return pattern.formatted(about.toArray());
        }
    }

    /**
     * Several values, of which one holds.
     *
     * @param values the values
     */
    record AnyOf(List<FactValue> values) implements FactValue {
        /** Copies. */
        public AnyOf {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.stream().map(FactValue::toString).collect(Collectors.joining(" or "));
        }
    }

    /**
     * Several values, all of which hold.
     *
     * @param values the values
     */
    record AllOf(List<FactValue> values) implements FactValue {
        /** Copies. */
        public AllOf {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.stream().map(FactValue::toString).collect(Collectors.joining("; "));
        }
    }
}
