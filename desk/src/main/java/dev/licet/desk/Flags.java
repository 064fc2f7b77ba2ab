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
import java.util.regex.Pattern;
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
    private static final Map<String, String> OWNERS = new LinkedHashMap<>(Map.of(
            "--owner", "transfer.recipient.owners",
            "--exporter-owner", "transfer.exporter.owners",
            "--intermediary-owner", "transfer.intermediary.owners"));
    private static final String SCREENED =
            "Lists it was screened against, with a day if known, such as us.sdn=2026-11-01; or all.";
    private static final char PARENT = '>';
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
            new Flag("--modalities", "modalities", "A[,B]", WORDS, "text, image, audio, video."),
            new Flag(
                    "--lineage",
                    "lineage",
                    "none|unknown",
                    AS_IS,
                    "none if it was made from no other model; a file can name those that it was made from."));
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
            new Flag(
                    "--lists",
                    "lists",
                    "A[,B]|none",
                    WORDS,
                    "Lists it was found on; none if it was screened against all and is on none."),
            new Flag("--screened", "screened", "A[,B]|all", WORDS, SCREENED),
            new Flag("--nationality", "nationality", "CC", AS_IS, "A person's latest citizenship or residence."),
            new Flag("--users", "users", "N", AS_IS, "How many people use its products in a month."));
    private static final List<Flag> EXPORTER = Stream.concat(
                    Stream.of(new Flag(
                            "--provider",
                            "transfer.exporter.name",
                            "NAME",
                            AS_IS,
                            "Its name; who provides the model.")),
                    party("exporter").stream())
            .toList();
    private static final List<Flag> INTERMEDIARY = Stream.of(
                    List.of(
                            new Flag(
                                    "--intermediary",
                                    "intermediary",
                                    "NAME|none",
                                    AS_IS,
                                    "The name of whom it passes through; none if nobody."),
                            new Flag(
                                    "--intermediary-country",
                                    "transfer.intermediary.country",
                                    "CC",
                                    AS_IS,
                                    "Where it is; assumed: in the destination.")),
                    party("intermediary"))
            .flatMap(List::stream)
            .toList();
    private static final List<Flag> ALL = Stream.of(MODEL, MORE_OF_MODEL, TRANSFER, RECIPIENT, EXPORTER, INTERMEDIARY)
            .flatMap(List::stream)
            .toList();

    /** What may be stated of an exporter and an intermediary as of a recipient. */
    private static List<Flag> party(String role) {
        String option = "--" + role + "-";
        String field = "transfer." + role + ".";
        return List.of(
                new Flag(option + "headquarters", field + "headquarters", "CC", AS_IS, "Where its headquarters is."),
                new Flag(
                        option + "parent",
                        field + "ultimateParent",
                        "CC",
                        AS_IS,
                        "Where its ultimate parent's headquarters is."),
                new Flag(option + "type", field + "type", "T", CONSTANT, "company, individual, government, military …"),
                new Flag(option + "lists", field + "lists", "A[,B]|none", WORDS, "Lists it was found on, or none."),
                new Flag(option + "screened", field + "screened", "A[,B]|all", WORDS, SCREENED),
                new Flag(option + "nationality", field + "nationality", "CC", AS_IS, "A person's nationality."),
                new Flag(option + "users", field + "monthlyUsers", "N", AS_IS, "Monthly users of its products."));
    }

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
                .addArg(owner(
                        "--owner",
                        "Who owns it, from where, to how many percent, such as Acme:CN:51; once for each owner. Or none."
                                + " With lists it is on: Acme:CN:51@us.entity-list, or @none. Who owns an owner:"
                                + " \"Acme > Top:KY:60\", or \"Acme > none\"."))
                .build());
        command.addArgGroup(group("%nThe exporter:%n", 4, EXPORTER)
                .addArg(owner("--exporter-owner", "Who owns it, as in --owner."))
                .build());
        command.addArgGroup(group("%nThe intermediary:%n", 5, INTERMEDIARY)
                .addArg(owner("--intermediary-owner", "Who owns it, as in --owner."))
                .build());
    }

    private static OptionSpec owner(String name, String description) {
        return option(name, "NAME:CC:SHARE", String.class, description);
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
        OWNERS.forEach((option, field) -> owners(parsed, row, option, field));
        return row;
    }

    private static void owners(ParseResult parsed, Map<String, String> row, String option, String field) {
        // Where each owner stands in the document, by the names from the party down to it.
        var places = new LinkedHashMap<String, String>(Map.of("", field));
        List<String> all = parsed.matchedOptionValue(option, List.of());
        for (String given : all) {
            int last = given.lastIndexOf(PARENT);
            String above = last < 0 ? "" : names(given.substring(0, last));
            String cell = given.substring(last + 1).strip();
            if (!places.containsKey(above)) {
                throw invalid(
                        parsed,
                        option,
                        "the owner (%s) is not there.\nMaybe state it before its own owners.".formatted(above));
            }
            String owners = places.get(above) + (above.isEmpty() ? "" : ".owners");
            boolean alone = all.size() == 1 || !above.isEmpty();
            if (alone && (cell.equals(UNKNOWN) || cell.equals("none"))) {
                row.put(owners, cell);
                continue;
            }
            int share = cell.lastIndexOf(':');
            int country = share < 0 ? -1 : cell.lastIndexOf(':', share - 1);
            if (country < 0) {
                throw invalid(
                        parsed,
                        option,
                        "(%s) is not NAME:CC:SHARE.\nMaybe write Acme:CN:51; what is not known is unknown."
                                .formatted(cell));
            }
            String item = owners + "."
                    + row.keySet().stream()
                            .filter(column -> column.matches(Pattern.quote(owners) + "\\.\\d+\\.name"))
                            .count();
            String[] held = cell.substring(share + 1).split("@", 2);
            owner(parsed, row, option, item + ".name", cell.substring(0, country));
            owner(parsed, row, option, item + ".country", cell.substring(country + 1, share));
            owner(parsed, row, option, item + ".share", held[0]);
            if (held.length > 1) {
                owner(parsed, row, option, item + ".lists", WORDS.apply(held[1]));
            }
            places.put(names(above + PARENT + cell.substring(0, country)), item);
        }
    }

    private static String names(String path) {
        return Stream.of(path.split(String.valueOf(PARENT), -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" " + PARENT + " "));
    }

    private static void owner(ParseResult parsed, Map<String, String> row, String option, String column, String part) {
        String cell = part.strip();
        // The first of the owners, whichever it is, since none may be without those before it.
        check(parsed, new Flag(option, column.replaceAll("\\.\\d+\\.", ".0."), "", AS_IS, ""), cell);
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
