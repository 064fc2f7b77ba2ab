package dev.licet.desk;

import dev.licet.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options that state a fact. Each is a column of a table too, so flags and tables are read alike. */
final class Flags {
    private static final String UNKNOWN = "unknown";
    private static final String CLOSED = "--closed";
    private static final String OPEN = "--open";
    private static final String RELEASE = "--release";
    private static final String TO = "--to";
    private static final String OWNER = "--owner";
    private static final String OWNERS = "transfer.recipient.owners";
    private static final UnaryOperator<String> AS_IS = cell -> cell;
    private static final UnaryOperator<String> WORDS = cell -> cell.replace(',', ' ');
    private static final UnaryOperator<String> CONSTANT = cell -> constant(cell);
    private static final UnaryOperator<String> CONSTANTS =
            cell -> Stream.of(cell.split(",", -1)).map(Flags::constant).collect(Collectors.joining(" "));

    private static final List<Flag> MODEL = List.of(
            new Flag("--model", "model", "NAME", AS_IS, "Its name; without it, \"unnamed model\"."),
            new Flag("--developer", "developer", "NAME", AS_IS, "Who made it."),
            new Flag("--origin", "origin", "CC[,CC]", WORDS, "Where its developers are; several for a joint model."));
    private static final List<Flag> MORE_OF_MODEL = List.of(
            new Flag(
                    RELEASE,
                    "release",
                    "R",
                    CONSTANT,
                    "INTERNAL, TRUSTED_ACCESS, HOSTED, WEIGHTS_NEGOTIATED, WEIGHTS_GATED_MANUAL, WEIGHTS_GATED_AUTO or"
                            + " WEIGHTS_PUBLIC."),
            new Flag(
                    "--license",
                    "license",
                    "ID",
                    AS_IS,
                    "Its license, as Hugging Face names it: apache-2.0, llama3.1."),
            new Flag(
                    "--training-compute",
                    "trainingCompute",
                    "N|A..B",
                    AS_IS,
                    "Compute (FLOP) of its whole training, such as 3e26, or a range 5e25..2e26."),
            new Flag("--modalities", "modalities", "A[,B]", WORDS, "text, image, audio, video."));
    private static final List<Flag> TRANSFER = List.of(
            new Flag(
                    "--on",
                    "on",
                    "DAY",
                    AS_IS,
                    "The day whose law decides, such as 2026-11-23; without it, today in UTC."),
            new Flag(
                    "--kind",
                    "kind",
                    "K",
                    CONSTANT,
                    "What is provided: weights, source_code, api, app, fine_tuning, compute, output, technology,"
                            + " software, hardware or acquisition."),
            new Flag("--exporter", "exporter", "CC", AS_IS, "Where the provider is; assumed: where the model is from."),
            new Flag("--provider", "transfer.exporter.name", "NAME", AS_IS, "Who provides it."),
            new Flag(TO, "to", "CC[,CC]", AS_IS, "Where it goes; several give one decision each."),
            new Flag("--region", "region", "CC-R", AS_IS, "The part of that country, such as UA-DNR."),
            new Flag("--end-use", "endUse", "U", CONSTANT, "What for: civil, military, surveillance and others."),
            new Flag("--public", "public", "yes|no", AS_IS, "Whether it is offered to the public there."),
            new Flag("--red-flags", "redFlags", "A[,B]|none", CONSTANTS, "Red flags that were seen, such as proxy."),
            new Flag("--attest", "attestations", "A[,B]|none", WORDS, "What the parties have attested."),
            new Flag(
                    "--classification",
                    "classification",
                    "C",
                    AS_IS,
                    "The item's control list entry, such as 3A090.a, or its sort of software."),
            new Flag(
                    "--commercial",
                    "commercial",
                    "yes|no|unknown",
                    AS_IS,
                    "Whether the recipient uses it in commerce; assumed so."));
    private static final List<Flag> RECIPIENT = List.of(
            new Flag("--recipient", "recipient", "NAME", AS_IS, "Its name, screened against the lists."),
            new Flag("--residence", "residence", "CC", AS_IS, "Where it is; assumed: in the destination."),
            new Flag("--headquarters", "headquarters", "CC", AS_IS, "Where its headquarters is."),
            new Flag("--parent", "parent", "CC", AS_IS, "Where its ultimate parent's headquarters is."),
            new Flag("--type", "type", "T", CONSTANT, "company, individual, research, government, military, public …"),
            new Flag("--lists", "lists", "A[,B]|none", WORDS, "Lists it was found on, or none if it was screened."),
            new Flag("--intermediary", "intermediary", "NAME", AS_IS, "Who the transfer passes through, if anyone."),
            new Flag("--nationality", "nationality", "CC", AS_IS, "A person's latest citizenship or residence."),
            new Flag("--users", "users", "N", AS_IS, "How many people use its products in a month."));
    private static final List<Flag> ALL = Stream.of(MODEL, MORE_OF_MODEL, TRANSFER, RECIPIENT)
            .flatMap(List::stream)
            .toList();

    /** Names that options had in the first edition, and that scripts still use. */
    private static final Map<String, String> FORMER =
            Map.of("--training-compute", "--operations", "--red-flags", "--signals");

    private Flags() {}

    private record Flag(String option, String column, String label, UnaryOperator<String> cell, String description) {

        OptionSpec spec() {
            OptionSpec spec = Flags.option(option, label, String.class, description);
            return FORMER.containsKey(option)
                    ? spec.toBuilder().names(option, FORMER.get(option)).build()
                    : spec;
        }
    }

    /** An option with a value. A list, because picocli silently keeps the last value of an option in a group. */
    static OptionSpec option(String name, String label, Class<?> type, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(type)
                .description(description.replace("%", "%%"))
                .build();
    }

    /** An option without a value. */
    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name).description(description).build();
    }

    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }

    static ParameterException refuse(ParseResult parsed, String message) {
        return new ParameterException(parsed.commandSpec().commandLine(), message);
    }

    /** The constant that an option names; none if it is not given. */
    static <E extends Enum<E>> Optional<E> constant(ParseResult parsed, String option, Class<E> constants) {
        if (!parsed.hasMatchedOption(option)) {
            return Optional.empty();
        }
        String given = Flags.<String>value(parsed, option).orElse("");
        for (E constant : constants.getEnumConstants()) {
            if (constant.name().equals(given.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return Optional.of(constant);
            }
        }
        List<String> names = List.of(constants.getEnumConstants()).stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        throw refuse(
                parsed,
                "Invalid value for option '%s' (%s).\nMaybe one of %s is meant.".formatted(option, given, names));
    }

    /** The value of an option that may be given once. */
    static <T> Optional<T> value(ParseResult parsed, String option) {
        List<T> given = parsed.matchedOptionValue(option, List.of());
        if (given.size() > 1) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "The option %s is given more than once %s.\nMaybe leave all but one out.".formatted(option, given));
        }
        return given.stream().findFirst();
    }

    /** Whether an option without a value is given. */
    static boolean on(ParseResult parsed, String option) {
        boolean given = parsed.hasMatchedOption(option);
        // picocli reads --closed=false too, and what that states of the model nobody could say.
        if (given && !parsed.matchedOptionValue(option, false)) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "The option %s takes no value.\nMaybe leave it out.".formatted(option));
        }
        return given;
    }

    static void addTo(CommandSpec command) {
        ArgGroupSpec.Builder model = group("%nThe model:%n", 1, MODEL)
                .addArg(OptionSpec.builder(CLOSED)
                        .description("The weights stay with the provider; short for --release HOSTED.")
                        .build())
                .addArg(OptionSpec.builder(OPEN)
                        .description("The weights are public; short for --release WEIGHTS_PUBLIC.")
                        .build());
        MORE_OF_MODEL.forEach(flag -> model.addArg(flag.spec()));
        command.addArgGroup(model.build());
        command.addArgGroup(group("%nThe transfer:%n", 2, TRANSFER).build());
        command.addArgGroup(group("%nThe recipient:%n", 3, RECIPIENT)
                .addArg(
                        option(
                                OWNER,
                                "NAME:CC:SHARE",
                                String.class,
                                "Who owns it, from where, to how many percent, such as Acme:CN:51; once for each owner. Or none."))
                .build());
    }

    static ArgGroupSpec.Builder group(String heading, int order) {
        return ArgGroupSpec.builder()
                .heading(heading)
                .order(order)
                .validate(false)
                .exclusive(false)
                .multiplicity("0..1");
    }

    private static ArgGroupSpec.Builder group(String heading, int order, List<Flag> flags) {
        ArgGroupSpec.Builder group = group(heading, order);
        flags.forEach(flag -> group.addArg(flag.spec()));
        return group;
    }

    /** The cells by column, the destination left out. */
    static Map<String, String> row(ParseResult parsed) {
        var row = new LinkedHashMap<String, String>();
        List<String> releases = Stream.of(CLOSED, OPEN, RELEASE)
                .filter(option -> option.equals(RELEASE) ? parsed.hasMatchedOption(option) : on(parsed, option))
                .toList();
        if (releases.size() > 1) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "The options %s exclude each other.\nMaybe leave all but one out."
                            .formatted(String.join(" and ", releases)));
        }
        if (releases.contains(CLOSED)) {
            row.put("release", "HOSTED");
        }
        if (releases.contains(OPEN)) {
            row.put("release", "WEIGHTS_PUBLIC");
        }
        for (Flag flag : ALL) {
            if (!flag.option.equals(TO) && parsed.hasMatchedOption(flag.option)) {
                String given = Flags.<String>value(parsed, flag.option).orElse("");
                String cell = flag.cell.apply(given.strip());
                check(parsed, flag, cell);
                // A model of an unknown name is one without a name.
                if (!(flag.column.equals("model") && cell.equals(UNKNOWN))) {
                    row.put(flag.column, cell);
                }
            }
        }
        owners(parsed, row);
        return row;
    }

    private static void owners(ParseResult parsed, Map<String, String> row) {
        List<String> given = parsed.matchedOptionValue(OWNER, List.of());
        for (String owner : given) {
            String cell = owner.strip();
            if (given.size() == 1 && (cell.equals(UNKNOWN) || cell.equals("none"))) {
                row.put(OWNERS, cell);
                return;
            }
            int share = cell.lastIndexOf(':');
            int country = share < 0 ? -1 : cell.lastIndexOf(':', share - 1);
            if (country < 0) {
                throw invalid(
                        parsed,
                        OWNER,
                        "(%s) is not NAME:CC:SHARE.\nMaybe write Acme:CN:51; what is not known is unknown."
                                .formatted(cell));
            }
            String item = OWNERS + "."
                    + row.keySet().stream()
                            .filter(column -> column.startsWith(OWNERS) && column.endsWith(".name"))
                            .count();
            owner(parsed, row, item + ".name", cell.substring(0, country));
            owner(parsed, row, item + ".country", cell.substring(country + 1, share));
            owner(parsed, row, item + ".share", cell.substring(share + 1));
        }
    }

    private static void owner(ParseResult parsed, Map<String, String> row, String column, String part) {
        String cell = part.strip();
        // The first of the owners, whichever it is, since none may be without those before it.
        check(parsed, new Flag(OWNER, column.replaceFirst("\\.\\d+\\.", ".0."), "", AS_IS, ""), cell);
        row.put(column, cell);
    }

    /** Where it goes; none if it is not stated. */
    static List<String> destinations(ParseResult parsed) {
        var all = new LinkedHashSet<String>();
        Flag to =
                ALL.stream().filter(flag -> flag.option.equals(TO)).findFirst().orElseThrow();
        List<String> given = parsed.matchedOptionValue(TO, List.of());
        for (String cell :
                given.stream().flatMap(some -> Stream.of(some.split(",", -1))).toList()) {
            String country = to.cell.apply(cell.strip());
            check(parsed, to, country);
            all.add(country);
        }
        return new ArrayList<>(all);
    }

    private static void check(ParseResult parsed, Flag flag, String cell) {
        Optional<String> fault = Optional.empty();
        if (cell.isBlank()) {
            fault = Optional.of("it is empty.\nMaybe leave it out, or write unknown.");
        } else if (!(flag.column.equals("model") && cell.equals(UNKNOWN))) {
            // Each on its own, so that the message can name the option.
            var alone = new LinkedHashMap<>(Map.of("on", "2000-01-01"));
            alone.put(flag.column, cell);
            try {
                Request.ofRow(alone);
            } catch (IllegalArgumentException unfit) {
                fault = Optional.of(Decide.message(unfit));
            }
        }
        fault.ifPresent(why -> {
            throw invalid(parsed, flag.option, why);
        });
    }

    private static ParameterException invalid(ParseResult parsed, String option, String why) {
        return new ParameterException(
                parsed.commandSpec().commandLine(), "Invalid value for option '%s': %s".formatted(option, why));
    }

    private static String constant(String cell) {
        String stripped = cell.strip();
        return stripped.equalsIgnoreCase(UNKNOWN) || stripped.equalsIgnoreCase("none")
                ? stripped.toLowerCase(Locale.ROOT)
                : stripped.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
