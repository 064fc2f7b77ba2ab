package dev.licet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.PackFiles;
import dev.licet.answer.Decision;
import dev.licet.law.Stance;
import dev.licet.pack.RuleFile;
import dev.licet.request.Request;
import dev.licet.vocabulary.FactType;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts and evaluations that are remembered answer as those that are made anew. */
class RememberedTest {

    private static final int STEPS = Integer.getInteger("licet.steps", 93);

    /** Rules that together ask for every fact. */
    private static final Map<String, String> ASKING = Map.ofEntries(
            Map.entry("artifact", "Artifact( kind == TransferKind.WEIGHTS )"),
            Map.entry("publication", "Publication( published || release == Release.HOSTED )"),
            Map.entry("origin", "Origin( includes(\"US\") )"),
            Map.entry("training", "Training( reachesWithSynthetic(\"t.large\", \"t.half\") )"),
            Map.entry("modalities", "Modalities( includes(\"video\") )"),
            Map.entry("exporter", "Exporter( includes(\"US\") )"),
            Map.entry("destination", "Destination( on(\"t.a\") )"),
            Map.entry("region", "Region( on(\"t.r\") )"),
            Map.entry("residence", "Residence( on(\"t.a\") )"),
            Map.entry("headquarters", "Headquarters( is(\"CN\") )"),
            Map.entry("parent", "UltimateParent( on(\"t.a\") )"),
            Map.entry("recipient", "Recipient( on(\"t.p\") )"),
            Map.entry("body", "Body( type == RecipientType.MILITARY )"),
            Map.entry(
                    "intermediary",
                    "Intermediary( on(\"t.p\") || basedIn(\"t.a\") || ofType(RecipientType.MILITARY) )"),
            Map.entry(
                    "exporter-party",
                    "ExporterParty( on(\"t.p\") || basedIn(\"t.a\") || heldBy(\"t.p\", \"t.half\") )"),
            Map.entry("purpose", "Purpose( endUse == EndUse.MILITARY )"),
            Map.entry("public-offer", "PublicOffer( offered )"),
            Map.entry("red-flags", "RedFlags( includes(RedFlag.PROXY) )"),
            Map.entry("attestations", "Attestations( includes(\"safe\") )"),
            Map.entry("provider", "Provider( on(\"t.p\") )"),
            Map.entry("model-name", "ModelName( beginsWith(\"Good\") )"),
            Map.entry("licenses", "Licenses( on(\"t.l\") )"),
            Map.entry("teacher-licenses", "TeacherLicenses( on(\"t.l\") )"),
            Map.entry("derivation", "Derivation( within(\"t.large\", \"t.half\") )"),
            Map.entry("ancestry", "Ancestry( unpublishedFrom(\"US\") )"),
            Map.entry("ownership", "Ownership( heldBy(\"t.p\", \"t.half\") )"),
            Map.entry("nationality", "Nationality( on(\"t.a\") )"),
            Map.entry("classification", "Classification( is(\"3A090\") )"),
            Map.entry("users", "Users( exceed(\"t.users\") )"),
            Map.entry("commerce", "Commerce( !commercial )"),
            Map.entry("geo-gate", "GeoGate( refuses )"));

    /** Fields of a request, by path, each with the values that it takes in turn. */
    private static final Map<String, List<Object>> FIELDS = Map.ofEntries(
            Map.entry("model.name", List.of("Good-1", "Other-1")),
            Map.entry("model.release", List.of("HOSTED", "WEIGHTS_PUBLIC", "INTERNAL", "unknown")),
            Map.entry("model.license", List.of("llama4", "mit", "unknown")),
            Map.entry("model.trainingCompute", List.of(1e24, 1e26, 6e25, "unknown")),
            Map.entry("model.modalities", List.of(List.of("text"), List.of("video"), "unknown")),
            Map.entry("model.developers", List.of(developer("Bad Co", "US"), developer("d", "FR"), "unknown")),
            Map.entry(
                    "model.lineage",
                    List.of(
                            List.of(),
                            List.of(parent("FINE_TUNE", "HOSTED", "US", 1e25)),
                            List.of(parent("FINE_TUNE", "WEIGHTS_PUBLIC", "US", 1e26)),
                            List.of(parent("DISTILLATION", "HOSTED", "FR", 9e25)),
                            "unknown")),
            Map.entry("model.geoGate", List.of(List.of("CN"), "unknown")),
            Map.entry("transfer.kind", List.of("WEIGHTS", "API", "unknown")),
            Map.entry("transfer.destination", List.of("CN", "GB", "UA", "unknown")),
            Map.entry("transfer.region", List.of("unknown")),
            Map.entry("transfer.endUse", List.of("CIVIL", "MILITARY", "unknown")),
            Map.entry("transfer.offeredToPublic", List.of(true, false, "unknown")),
            Map.entry("transfer.redFlags", List.of(List.of(), List.of("PROXY"), "unknown")),
            Map.entry("transfer.attestations", List.of(List.of(), List.of("safe"), "unknown")),
            Map.entry("transfer.classification", List.of("3A090", "EAR99", "unknown")),
            Map.entry("transfer.commercial", List.of(true, false, "unknown")),
            Map.entry("transfer.exporter.name", List.of("Bad Co", "Acme", "unknown")),
            Map.entry("transfer.exporter.country", List.of("US", "FR", "unknown")),
            Map.entry("transfer.exporter.lists", List.of(List.of("t.p"), List.of())),
            Map.entry("transfer.recipient.name", List.of("Bad Co", "Acme", "unknown")),
            Map.entry("transfer.recipient.country", List.of("CN", "GB", "unknown")),
            Map.entry("transfer.recipient.headquarters", List.of("CN", "GB", "unknown")),
            Map.entry("transfer.recipient.ultimateParent", List.of("CN", "GB", "unknown")),
            Map.entry("transfer.recipient.nationality", List.of("CN", "GB", "unknown")),
            Map.entry("transfer.recipient.type", List.of("MILITARY", "COMPANY", "unknown")),
            Map.entry("transfer.recipient.lists", List.of(List.of("t.p"), List.of(), "unknown")),
            Map.entry("transfer.recipient.monthlyUsers", List.of(5, 5_000_000, "unknown")),
            Map.entry("transfer.recipient.owners", List.of(List.of(), owner(40), owner(60), "unknown")),
            Map.entry("transfer.exporter.headquarters", List.of("CN", "FR", "unknown")),
            Map.entry("transfer.exporter.owners", List.of(List.of(), owner(60))),
            Map.entry("transfer.recipient.screened", List.of("all", List.of("t.p"), "unknown")),
            Map.entry("transfer.intermediary.country", List.of("CN", "GB", "unknown")),
            Map.entry("transfer.intermediary.type", List.of("MILITARY", "COMPANY")),
            Map.entry("transfer.intermediary.name", List.of("Bad Co", "Acme")),
            Map.entry("transfer.intermediary.lists", List.of(List.of("t.p"), List.of(), "unknown")));

    private static List<Object> developer(String name, String country) {
        return List.of(Map.of("name", name, "country", country));
    }

    private static Map<String, Object> parent(String relation, String release, String country, double compute) {
        return Map.of(
                "relation",
                relation,
                "share",
                80,
                "model",
                Map.of(
                        "name",
                        "Parent",
                        "release",
                        release,
                        "license",
                        "llama4",
                        "trainingCompute",
                        compute,
                        "developers",
                        developer("p", country)));
    }

    private static List<Object> owner(int share) {
        return List.of(Map.of("name", "Bad Co", "country", "CN", "share", share));
    }

    @TempDir
    private Path temp;

    private PackFiles files;

    private Licet anew() {
        return files().licet();
    }

    private PackFiles files() {
        if (files == null) {
            files = PackFiles.in(temp, "t")
                    .countries("a", "CN", "RU")
                    .parties("p", "Bad Co")
                    .regions("r", "UA-DNR")
                    .file("lists/l.csv", "license,since,until,cite\nllama4,2024-01-01,,c\n")
                    .figure("large", 1e26)
                    .figure("users", 1e6)
                    .figure("half", 50);
            ASKING.forEach((name, pattern) -> files.rule(name, pattern, "findings.impose( \"" + name + "\", \"x\" );"));
            files.rule(
                    "joint",
                    "Destination( on(\"t.a\"), $to : country )\nHeadquarters( !on(\"t.a\") )\nOrigin( includes(\"US\") )",
                    "findings.requireLicense( ReviewPolicy.DENIAL, \"to \" + $to );");
        }
        return files;
    }

    @Test
    void everyFactIsAskedFor() {
        Set<FactType> asked = EnumSet.noneOf(FactType.class);
        for (RuleFile file : files().contents().files()) {
            file.conditions().forEach(condition -> asked.add(condition.type()));
        }
        assertThat(asked).isEqualTo(EnumSet.complementOf(EnumSet.of(FactType.TERM)));
    }

    @Test
    void aRequestThatDiffersInAnyFieldIsAnsweredAsIfItWereTheFirst() {
        Random random = new Random(20261123);
        Licet remembering = anew();
        var document = new TreeMap<String, Object>(Map.of("model.name", "Good-1", "transfer.on", "2026-11-23"));
        List<String> paths = FIELDS.keySet().stream().sorted().toList();
        int different = 0;
        String last = "";
        for (int step = 0; step < STEPS; step++) {
            String path = paths.get(step % paths.size());
            List<Object> values = FIELDS.get(path);
            document.put(path, values.get(random.nextInt(values.size())));
            if (random.nextInt(3) == 0) {
                String gone = paths.get(random.nextInt(paths.size()));
                document.keySet().removeIf(each -> each.equals(gone) && !each.equals("model.name"));
            }
            Request request = Request.of(tree(document));
            String answer = told(remembering.decide(request));
            assertThat(answer).as("%s after %s", document, path).isEqualTo(told(anew().decide(request)));
            assertThat(told(remembering.decide(request))).isEqualTo(answer);
            different += answer.equals(last) ? 0 : 1;
            last = answer;
        }
        assertThat(different).isGreaterThan(STEPS / 2);
    }

    /** All that is said of a decision: a record leaves out what each answer to a question leads to. */
    private static String told(Decision decision) {
        return decision.toJson() + "\n" + decision.explain();
    }

    @Test
    void whatOnePresumesAnotherOfTheSamePacksDoesNot() {
        List<UnaryOperator<Licet>> ways = List.of(
                licet -> licet,
                Licet::strict,
                licet -> licet.under(Stance.AS_ENFORCED),
                licet -> licet.strict().under(Stance.AS_ENFORCED));
        Licet remembering = anew();
        for (String place : List.of("CN", "GB", "UA")) {
            Request request = Request.of(
                    tree(Map.of("model.name", "Good-1", "transfer.on", "2026-11-23", "transfer.destination", place)));
            var answers = new HashSet<String>();
            for (UnaryOperator<Licet> way : ways) {
                String answer = told(way.apply(remembering).decide(request));
                assertThat(answer).isEqualTo(told(way.apply(anew()).decide(request)));
                answers.add(answer);
            }
            assertThat(answers).hasSameSizeAs(ways);
        }
    }

    private static Map<String, Object> tree(Map<String, Object> paths) {
        var tree = new TreeMap<String, Object>();
        paths.forEach((path, value) -> put(tree, List.of(path.split("\\.")), value));
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, List<String> path, Object value) {
        if (path.size() == 1) {
            tree.put(path.get(0), value);
        } else {
            put(
                    (Map<String, Object>) tree.computeIfAbsent(path.get(0), none -> new TreeMap<String, Object>()),
                    path.subList(1, path.size()),
                    value);
        }
    }
}
