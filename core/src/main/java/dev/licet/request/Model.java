package dev.licet.request;

import dev.licet.facts.Release;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An AI model as far as the rules need it. Build one with {@link #named(String)}.
 *
 * @param name the model's name, free text
 * @param developers who made it; several make a joint model
 * @param release how it is released
 * @param license the license's Hugging Face identifier, such as {@code apache-2.0} or {@code llama3.1}
 * @param trainingCompute the compute of its whole training, in FLOP, that of the weights it was made from included
 * @param modalities what it takes in or puts out: {@code text}, {@code image}, {@code audio}, {@code video}
 * @param lineage the models it was made from; taken as complete when stated, assumed to be none when not
 * @param geoGate the countries that the place of download refuses; none if not stated
 */
public record Model(
        String name,
        Given<List<Developer>> developers,
        Given<Release> release,
        Given<String> license,
        Given<Compute> trainingCompute,
        Given<Set<String>> modalities,
        Given<List<Ancestor>> lineage,
        Given<Set<Country>> geoGate) {

    /**
     * The name of a model that has none, in every language.
     */
    public static final String UNNAMED = "unnamed model";

    /**
     * The modalities there are.
     */
    public static final Set<String> MODALITIES = Set.of("text", "image", "audio", "video");

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the name or the license is blank, a modality does not exist, or the developers are an
     *     empty list
     */
    public Model {
        Checks.notBlank("model's name", name);
        developers = developers.map(List::copyOf);
        developers.value().filter(List::isEmpty).ifPresent(none -> {
            throw new IllegalArgumentException(
                    "The model (%s) has an empty list of developers.\nMaybe leave the list out, or say that it is unknown."
                            .formatted(name));
        });
        license.value().ifPresent(id -> Checks.notBlank("license of the model (" + name + ")", id));
        license = license.map(id -> id.toLowerCase(Locale.ROOT));
        modalities = modalities.map(Checks::ordered);
        for (String modality : modalities.value().orElse(Set.of())) {
            if (!MODALITIES.contains(modality)) {
                throw new IllegalArgumentException(
                        "The modality (%s) of the model (%s) does not exist.\nMaybe one of %s is meant."
                                .formatted(modality, name, new TreeSet<>(MODALITIES)));
            }
        }
        geoGate = geoGate.map(Checks::ordered);
        lineage = lineage.map(List::copyOf);
        refuseSelf(name, lineage);
    }

    private static void refuseSelf(String name, Given<List<Ancestor>> lineage) {
        for (Ancestor ancestor : lineage.value().orElse(List.of())) {
            if (ancestor.model().name().equals(name)) {
                throw new IllegalArgumentException(
                        "The lineage of the model (%s) contains itself.\nMaybe an ancestor has the wrong name."
                                .formatted(name));
            }
            refuseSelf(name, ancestor.model().lineage());
        }
    }

    /**
     * Begins a model.
     *
     * @param name the model's name, not blank
     * @return a builder with everything else unstated
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Builds a {@link Model}; what is not called stays unstated. */
    public static final class Builder {
        private final String name;
        private final List<Developer> developers = new ArrayList<>();
        private boolean developersUnknown;
        private Given<Release> release = Given.unstated();
        private Given<String> license = Given.unstated();
        private Given<Compute> trainingCompute = Given.unstated();
        private Given<Set<String>> modalities = Given.unstated();
        private Given<List<Ancestor>> lineage = Given.unstated();
        private Given<Set<Country>> geoGate = Given.unstated();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Adds a developer; call it again for a joint model.
         *
         * @param name the developer's name
         * @param country where it is established, ISO 3166-1 alpha-2
         * @return this
         * @throws IllegalArgumentException if the country is not a code
         */
        public Builder developer(String name, String country) {
            return developer(Developer.of(name, country));
        }

        /**
         * Adds a developer; call it again for a joint model.
         *
         * @param developer the developer
         * @return this
         */
        public Builder developer(Developer developer) {
            developers.add(developer);
            return this;
        }

        /**
         * Says that the developers, and with them the origin, are unknown.
         *
         * @return this
         */
        public Builder developersUnknown() {
            developersUnknown = true;
            return this;
        }

        /**
         * Short for {@code release(Release.HOSTED)}: the weights stay with the provider.
         *
         * @return this
         */
        public Builder closed() {
            return release(Release.HOSTED);
        }

        /**
         * Short for {@code release(Release.WEIGHTS_PUBLIC)}: the public can download the weights.
         *
         * @return this
         */
        public Builder open() {
            return release(Release.WEIGHTS_PUBLIC);
        }

        /**
         * How the model is released.
         *
         * @param release the release
         * @return this
         */
        public Builder release(Release release) {
            return release(Given.of(release));
        }

        /**
         * How the model is released, or that it is unknown.
         *
         * @param release the release
         * @return this
         */
        public Builder release(Given<Release> release) {
            this.release = release;
            return this;
        }

        /**
         * The license of the weights.
         *
         * @param license the license's Hugging Face identifier
         * @return this
         */
        public Builder license(String license) {
            return license(Given.of(license));
        }

        /**
         * The license of the weights, or that it is unknown.
         *
         * @param license the license's Hugging Face identifier
         * @return this
         */
        public Builder license(Given<String> license) {
            this.license = license;
            return this;
        }

        /**
         * The compute of the whole training.
         *
         * @param compute the compute, in FLOP, zero or more
         * @return this
         * @throws IllegalArgumentException if the number is negative or not finite
         */
        public Builder trainingCompute(double compute) {
            return trainingCompute(Given.of(Compute.of(compute)));
        }

        /**
         * The compute of the whole training as a range, both ends included.
         *
         * @param atLeast the least it can be, in FLOP
         * @param atMost the most it can be, in FLOP
         * @return this
         * @throws IllegalArgumentException if a number is negative or the range ends before it begins
         */
        public Builder trainingCompute(double atLeast, double atMost) {
            return trainingCompute(Given.of(Compute.between(atLeast, atMost)));
        }

        /**
         * The compute of the whole training, or that it is unknown.
         *
         * @param compute the compute, in FLOP
         * @return this
         */
        public Builder trainingCompute(Given<Compute> compute) {
            this.trainingCompute = compute;
            return this;
        }

        /**
         * What the model takes in or puts out.
         *
         * @param modalities of {@code text}, {@code image}, {@code audio}, {@code video}
         * @return this
         */
        public Builder modalities(String... modalities) {
            return modalities(Given.of(new LinkedHashSet<>(List.of(modalities))));
        }

        /**
         * What the model takes in or puts out, or that it is unknown.
         *
         * @param modalities of {@code text}, {@code image}, {@code audio}, {@code video}
         * @return this
         */
        public Builder modalities(Given<Set<String>> modalities) {
            this.modalities = modalities;
            return this;
        }

        /**
         * Adds a step of the lineage.
         *
         * @param relation how this model was made from the other
         * @param ancestor the model it was made from
         * @return this
         */
        public Builder madeFrom(Relation relation, Model ancestor) {
            var steps = new ArrayList<>(lineage.value().orElse(List.of()));
            steps.add(Ancestor.of(relation, ancestor));
            return lineage(steps);
        }

        /**
         * The whole lineage.
         *
         * @param lineage the steps; empty if the model was made from no other
         * @return this
         */
        public Builder lineage(Collection<Ancestor> lineage) {
            return lineage(Given.of(List.copyOf(lineage)));
        }

        /**
         * The whole lineage, or that it is unknown.
         *
         * @param lineage the steps
         * @return this
         */
        public Builder lineage(Given<List<Ancestor>> lineage) {
            this.lineage = lineage;
            return this;
        }

        /**
         * The countries that the place of download refuses.
         *
         * @param countries ISO 3166-1 alpha-2
         * @return this
         * @throws IllegalArgumentException if a country is not a code
         */
        public Builder geoGate(String... countries) {
            this.geoGate = Given.of(Stream.of(countries).map(Country::of).collect(Collectors.toSet()));
            return this;
        }

        /**
         * Builds the model.
         *
         * @return the model
         * @throws IllegalArgumentException if a part is not sound; see {@link Model}
         */
        public Model build() {
            Given<List<Developer>> makers = developersUnknown
                    ? Given.unknown()
                    : developers.isEmpty() ? Given.unstated() : Given.of(developers);
            return new Model(name, makers, release, license, trainingCompute, modalities, lineage, geoGate);
        }
    }
}
