package dev.licet.request;

import dev.licet.facts.EndUse;
import dev.licet.facts.RedFlag;
import dev.licet.facts.TransferKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How a model is provided: what, where to, to whom, by whom, for what, on which day. Begin with {@link #of(TransferKind)} and end
 * with {@link Builder#on(LocalDate)}; there is no transfer without a day, since the law of that day decides.
 *
 * @param on the day, whose law decides
 * @param kind what is provided
 * @param exporter who provides it
 * @param destination the country it goes to
 * @param region the part of the country, where law singles parts out: an ISO 3166-2 code such as {@code UA-30}, or a code of that form
 *     such as {@code UA-DNR}
 * @param recipient who receives it
 * @param intermediary who the transfer passes through, if anyone; {@link Party#none()} if through nobody
 * @param endUse what it is used for
 * @param offeredToPublic whether it is offered to the public of the destination
 * @param redFlags the red flags that were seen; empty if it was looked and none was
 * @param attestations what the parties have attested, by the names that rules use
 * @param classification the control list entry of the item such as {@code 3A090.a}, or its sort of software as rules name it
 * @param commercial whether the recipient uses it in commerce
 */
public record Transfer(
        LocalDate on,
        Given<TransferKind> kind,
        Party exporter,
        Given<Country> destination,
        Given<String> region,
        Party recipient,
        Party intermediary,
        Given<EndUse> endUse,
        Given<Boolean> offeredToPublic,
        Given<Set<RedFlag>> redFlags,
        Given<Set<String>> attestations,
        Given<String> classification,
        Given<Boolean> commercial) {

    public static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]+");

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the region is not a code, or lies in another country than the destination
     */
    public Transfer {
        redFlags = redFlags.map(Checks::ordered);
        attestations = attestations.map(Checks::ordered);
        classification.value().ifPresent(entry -> Checks.notBlank("classification", entry));
        String place = region.value().orElse("");
        if (!place.isEmpty() || region.value().isPresent()) {
            if (!REGION.matcher(place).matches()) {
                throw new IllegalArgumentException(
                        "The region (%s) is not a code.\nMaybe write it as COUNTRY-REGION, such as UA-DNR or UA-30."
                                .formatted(place));
            }
            Country.of(place.substring(0, 2));
            String country = destination.value().map(Country::code).orElse(place.substring(0, 2));
            if (!place.startsWith(country)) {
                throw new IllegalArgumentException(
                        "The region (%s) is not in the destination (%s).\nMaybe one of the two is wrong."
                                .formatted(place, country));
            }
        }
    }

    /**
     * The same on another day.
     *
     * @param day the day, whose law decides
     * @return a changed copy
     */
    public Transfer takingPlaceOn(LocalDate day) {
        return copy(day, destination, region);
    }

    /**
     * The same to another country; a region of another country is left out.
     *
     * @param country the destination
     * @return a changed copy
     */
    public Transfer goingTo(Country country) {
        boolean there =
                region.value().map(code -> code.startsWith(country.code())).orElse(true);
        return copy(on, Given.of(country), there ? region : Given.unstated());
    }

    private Transfer copy(LocalDate day, Given<Country> country, Given<String> part) {
        return new Transfer(
                day,
                kind,
                exporter,
                country,
                part,
                recipient,
                intermediary,
                endUse,
                offeredToPublic,
                redFlags,
                attestations,
                classification,
                commercial);
    }

    /**
     * Begins a transfer.
     *
     * @param kind what is provided
     * @return a builder with everything else unstated
     */
    public static Builder of(TransferKind kind) {
        return of(Given.of(kind));
    }

    /**
     * Begins a transfer whose kind may be unknown.
     *
     * @param kind what is provided
     * @return a builder with everything else unstated
     */
    public static Builder of(Given<TransferKind> kind) {
        return new Builder(kind);
    }

    /** Builds a {@link Transfer}; what is not called stays unstated. */
    public static final class Builder {
        private final Given<TransferKind> kind;
        private Party exporter = Party.unnamed();
        private Given<Country> destination = Given.unstated();
        private Given<String> region = Given.unstated();
        private Party recipient = Party.unnamed();
        private Party intermediary = Party.unnamed();
        private Given<EndUse> endUse = Given.unstated();
        private Given<Boolean> offeredToPublic = Given.unstated();
        private Given<Set<RedFlag>> redFlags = Given.unstated();
        private Given<Set<String>> attestations = Given.unstated();
        private Given<String> classification = Given.unstated();
        private Given<Boolean> commercial = Given.unstated();

        private Builder(Given<TransferKind> kind) {
            this.kind = kind;
        }

        /**
         * Who provides the model; assumed to be in the model's country of origin.
         *
         * @param exporter the exporter
         * @return this
         */
        public Builder from(Party exporter) {
            this.exporter = exporter;
            return this;
        }

        /**
         * Where it goes.
         *
         * @param country ISO 3166-1 alpha-2
         * @return this
         * @throws IllegalArgumentException if the country is not a code
         */
        public Builder to(String country) {
            return to(Given.of(Country.of(country)));
        }

        /**
         * Where it goes, or that it is unknown.
         *
         * @param country the country
         * @return this
         */
        public Builder to(Given<Country> country) {
            this.destination = country;
            return this;
        }

        /**
         * The part of the country it goes to.
         *
         * @param region an ISO 3166-2 code, or a code that a list of regions uses, such as {@code UA-DNR}
         * @return this
         */
        public Builder region(String region) {
            return region(Given.of(region));
        }

        /**
         * The part of the country it goes to, or that it is unknown.
         *
         * @param region the region
         * @return this
         */
        public Builder region(Given<String> region) {
            this.region = region;
            return this;
        }

        /**
         * Who receives it.
         *
         * @param recipient the recipient
         * @return this
         */
        public Builder recipient(Party recipient) {
            this.recipient = recipient;
            return this;
        }

        /**
         * Who the transfer passes through between exporter and recipient.
         *
         * @param intermediary the intermediary
         * @return this
         */
        public Builder intermediary(Party intermediary) {
            this.intermediary = intermediary;
            return this;
        }

        /**
         * Says that nobody stands between exporter and recipient.
         *
         * @return this
         */
        public Builder direct() {
            return intermediary(Party.none());
        }

        /**
         * What it is used for.
         *
         * @param endUse the end use
         * @return this
         */
        public Builder endUse(EndUse endUse) {
            return endUse(Given.of(endUse));
        }

        /**
         * What it is used for, or that it is unknown.
         *
         * @param endUse the end use
         * @return this
         */
        public Builder endUse(Given<EndUse> endUse) {
            this.endUse = endUse;
            return this;
        }

        /**
         * Whether it is offered to the public of the destination.
         *
         * @param offered true if anyone there may use it
         * @return this
         */
        public Builder offeredToPublic(boolean offered) {
            return offeredToPublic(Given.of(offered));
        }

        /**
         * Whether it is offered to the public of the destination, or that it is unknown.
         *
         * @param offered true if anyone there may use it
         * @return this
         */
        public Builder offeredToPublic(Given<Boolean> offered) {
            this.offeredToPublic = offered;
            return this;
        }

        /**
         * The red flags that were seen; call it with none to say that it was looked and none was.
         *
         * @param redFlags the red flags
         * @return this
         */
        public Builder redFlags(RedFlag... redFlags) {
            return redFlags(Given.of(new TreeSet<>(Arrays.asList(redFlags))));
        }

        /**
         * The red flags that were seen, or that it is unknown.
         *
         * @param redFlags the red flags
         * @return this
         */
        public Builder redFlags(Given<Set<RedFlag>> redFlags) {
            this.redFlags = redFlags;
            return this;
        }

        /**
         * What the parties have attested.
         *
         * @param attestations names that rules use, such as {@code us.aia-security}
         * @return this
         */
        public Builder attested(String... attestations) {
            return attested(Given.of(new TreeSet<>(Arrays.asList(attestations))));
        }

        /**
         * What the parties have attested, or that it is unknown, which counts as not attested.
         *
         * @param attestations names that rules use
         * @return this
         */
        public Builder attested(Given<Set<String>> attestations) {
            this.attestations = attestations;
            return this;
        }

        /**
         * The control list entry of the item, or that it is unknown; assumed to be none that a rule names.
         *
         * @param entry the entry such as {@code 3A090.a}, or the sort of software as rules name it
         * @return this
         */
        public Builder classified(Given<String> entry) {
            this.classification = entry;
            return this;
        }

        /**
         * Whether the recipient uses it in commerce, or that it is unknown; assumed so.
         *
         * @param commercial true if so
         * @return this
         */
        public Builder commercial(Given<Boolean> commercial) {
            this.commercial = commercial;
            return this;
        }

        /**
         * Builds the transfer.
         *
         * @param day the day on which it takes place; its law decides
         * @return the transfer
         * @throws IllegalArgumentException if a part is not sound; see {@link Transfer}
         */
        public Transfer on(LocalDate day) {
            return new Transfer(
                    day,
                    kind,
                    exporter,
                    destination,
                    region,
                    recipient,
                    intermediary,
                    endUse,
                    offeredToPublic,
                    redFlags,
                    attestations,
                    classification,
                    commercial);
        }
    }
}
