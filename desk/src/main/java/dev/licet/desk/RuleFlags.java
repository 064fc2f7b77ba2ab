package dev.licet.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.licet.Licet;
import dev.licet.Profile;
import dev.licet.RulePack;
import dev.licet.law.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options that choose the rules. */
final class RuleFlags {
    private static final String PACKS = "--packs";
    private static final String STANCE = "--stance";
    private static final String STRICT = "--strict";
    private static final String PROFILE = "--profile";

    private RuleFlags() {}

    /** The option that names the packs alone. */
    static void addPacksTo(CommandSpec spec) {
        spec.addOption(packs());
    }

    private static OptionSpec packs() {
        return Flags.option(
                PACKS,
                "FOLDER",
                String.class,
                "Decide by the packs in this folder, or by the bundled pack of this name, instead of all bundled packs;"
                        + " may be repeated.");
    }

    static void addTo(CommandSpec spec) {
        spec.addArgGroup(Flags.group("%nThe rules:%n", 4)
                .addArg(packs())
                .addArg(Flags.option(
                        STANCE,
                        "S",
                        String.class,
                        "as-written (default): the law as its text has it; as-enforced: without what is announced"
                                + " as not enforced."))
                .addArg(Flags.flag(STRICT, "Assume nothing: what is not stated is unknown."))
                .addArg(Flags.option(
                        PROFILE,
                        "FILE",
                        String.class,
                        "The profile of the house, as JSON: facts that hold for every request, and assumptions and gaps that a named"
                                + " person has accepted."))
                .build());
    }

    static Licet licet(ParseResult parsed) {
        // Before the packs, which take their time.
        Stance stance = Flags.constant(parsed, STANCE, Stance.class).orElse(Stance.AS_WRITTEN);
        boolean strict = Flags.on(parsed, STRICT);
        Optional<Profile> profile = Flags.<String>value(parsed, PROFILE).map(file -> profile(parsed, file));
        Licet licet = Licet.of(packs(parsed)).under(stance);
        Licet withProfile = profile.map(house -> with(parsed, licet, house)).orElse(licet);
        return strict ? withProfile.strict() : withProfile;
    }

    private static Profile profile(ParseResult parsed, String file) {
        try {
            return Profile.of(Json.MAPPER.readValue(Files.readString(Path.of(file)), Json.OBJECT));
        } catch (JsonProcessingException broken) {
            throw unfit(parsed, file, "it is no JSON object (%s)".formatted(broken.getOriginalMessage()), Json.REMEDY);
        } catch (IOException | InvalidPathException unreadable) {
            throw unfit(parsed, file, "it cannot be read", "the path is misspelt.");
        } catch (IllegalArgumentException unfit) {
            throw Flags.refuse(parsed, "%s: %s".formatted(file, Decide.message(unfit)));
        }
    }

    private static Licet with(ParseResult parsed, Licet licet, Profile profile) {
        try {
            return licet.with(profile);
        } catch (IllegalArgumentException unknown) {
            throw Flags.refuse(parsed, "The profile %s: %s".formatted(profile.name(), Decide.message(unknown)));
        }
    }

    private static ParameterException unfit(ParseResult parsed, String file, String fault, String remedy) {
        return Flags.refuse(
                parsed, "Invalid value for option '%s' (%s): %s.\nMaybe %s".formatted(PROFILE, file, fault, remedy));
    }

    /** The packs that the option names, or all that are bundled. */
    static List<RulePack> packs(ParseResult parsed) {
        List<String> named = parsed.matchedOptionValue(PACKS, List.of());
        if (named.isEmpty()) {
            return RulePack.bundled();
        }
        return named.stream().flatMap(name -> packs(parsed, name).stream()).toList();
    }

    private static List<RulePack> packs(ParseResult parsed, String name) {
        try {
            if (Files.exists(Path.of(name))) {
                return RulePack.folders(Path.of(name));
            }
        } catch (InvalidPathException noPath) {
            // Then it can only be a name.
        }
        List<RulePack> bundled = RulePack.bundled();
        return List.of(bundled.stream()
                .filter(pack -> pack.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Flags.refuse(
                        parsed,
                        "Invalid value for option '--packs' (%s): it is neither a folder nor a bundled pack.\nMaybe one of %s is meant."
                                .formatted(
                                        name,
                                        bundled.stream().map(RulePack::name).toList()))));
    }
}
