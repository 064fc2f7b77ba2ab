package dev.licet.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.licet.facts.EndUse;
import dev.licet.facts.RecipientType;
import dev.licet.facts.RedFlag;
import dev.licet.facts.Release;
import dev.licet.facts.ReviewPolicy;
import dev.licet.facts.TransferKind;
import dev.licet.law.Effect;
import dev.licet.law.Layer;
import dev.licet.law.Outcome;
import dev.licet.law.Stance;
import dev.licet.law.Status;
import dev.licet.request.Basis;
import dev.licet.request.Country;
import dev.licet.request.Relation;
import dev.licet.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CATALOGUE = Path.of("..", "examples", "catalogue.json");
    private static final String REQUEST_ID = "https://licet.dev/schema/request-1.json";
    private static final String RECORD_ID = "https://licet.dev/schema/record-3.json";
    private static final String MANIFEST_ID = "https://licet.dev/schema/manifest-1.json";
    private static final String REQUEST = read("request");
    private static final String RECORD = read("record");
    private static final String MANIFEST = read("manifest");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(REQUEST_ID, REQUEST, RECORD_ID, RECORD, MANIFEST_ID, MANIFEST)));

    private static String read(String name) {
        try {
            return Files.readString(Path.of("..", "schema", name + ".schema.json"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static List<Error> faults(String id, String json) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(id));
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    static Stream<Arguments> constants() {
        return Stream.of(
                Arguments.of(REQUEST, "release", Release.values()),
                Arguments.of(REQUEST, "relation", Relation.values()),
                Arguments.of(REQUEST, "kind", TransferKind.values()),
                Arguments.of(REQUEST, "endUse", EndUse.values()),
                Arguments.of(REQUEST, "redFlag", RedFlag.values()),
                Arguments.of(REQUEST, "recipientType", RecipientType.values()),
                Arguments.of(REQUEST, "country", Country.all().toArray()),
                Arguments.of(RECORD, "outcome", Outcome.values()),
                Arguments.of(RECORD, "stance", Stance.values()),
                Arguments.of(RECORD, "layer", Layer.values()),
                Arguments.of(RECORD, "effect", Effect.values()),
                Arguments.of(RECORD, "policy", ReviewPolicy.values()),
                Arguments.of(RECORD, "status", Status.values()),
                Arguments.of(RECORD, "basis", Basis.values()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("constants")
    void the_constants_are_those_of_the_library(String schema, String name, Object[] constants) throws IOException {
        JsonNode definition = JSON.readTree(schema).path("$defs").path(name);
        List<String> named =
                definition.path("enum").valueStream().map(JsonNode::asText).toList();

        assertThat(named)
                .containsExactlyElementsOf(
                        Arrays.stream(constants).map(Object::toString).toList());
    }

    @Test
    void layers_and_stances_name_every_authority_and_stance() throws IOException {
        JsonNode record = JSON.readTree(RECORD);
        Set<String> layers = names(record.path("$defs").path("layers").path("properties"));
        Set<String> stances = names(record.path("properties").path("layers").path("properties"));

        assertThat(layers)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Layer.values()).map(Enum::name).toList());
        assertThat(stances)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Stance.values()).map(Enum::name).toList());
    }

    private static Set<String> names(JsonNode properties) {
        var names = new TreeSet<String>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "record", "manifest"})
    void every_object_is_closed_and_every_field_described(String name) throws IOException {
        JsonNode schema = JSON.readTree(read(name));
        var faults = new ArrayList<String>();
        inspect(schema, schema, "", faults);

        assertThat(faults).isEmpty();
    }

    private static void inspect(JsonNode root, JsonNode node, String path, List<String> faults) {
        if (node.path("type").asText().equals("object")
                && !(node.path("additionalProperties").isObject()
                        || node.path("additionalProperties").isBoolean()
                                && !node.path("additionalProperties").booleanValue())) {
            faults.add(path + " is open");
        }
        if (node.path("type").asText().equals("object")) {
            node.path("properties").properties().forEach(field -> {
                String target = field.getValue().path("$ref").asText();
                boolean described = field.getValue().has("description")
                        || target.startsWith("#")
                                && root.at(target.substring(1)).has("description");
                if (!described && !field.getKey().equals("schema")) {
                    faults.add(path + "/" + field.getKey() + " is not described");
                }
            });
        }
        if (node.isContainerNode()) {
            node.properties().forEach(field -> inspect(root, field.getValue(), path + "/" + field.getKey(), faults));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                inspect(root, node.get(i), path + "/" + i, faults);
            }
        }
    }

    @Test
    void every_field_of_the_schema_is_a_column_and_every_column_a_field() throws IOException {
        JsonNode root = JSON.readTree(REQUEST);
        var paths = new TreeSet<String>();
        for (String part : List.of("model", "transfer")) {
            collect(root, root.path("$defs").path(part), part, paths);
        }

        assertThat(paths).hasSizeGreaterThan(60).allMatch(Request::isColumn);
        assertThat(paths).containsAll(Request.columns().values());
        assertThat(paths).noneMatch(path -> Request.isColumn(path + "x"));
        assertThat(Request.columns().keySet()).allMatch(Request::isColumn);
        assertThat(Request.isColumn("model") && !Request.isColumn("transfer")).isTrue();
    }

    private static void collect(JsonNode root, JsonNode schema, String path, Set<String> paths) {
        if (path.split("lineage", -1).length > 3 || path.split("owners", -1).length > 3) {
            return;
        }
        if (schema.has("$ref")) {
            collect(root, root.at(schema.path("$ref").asText().substring(1)), path, paths);
            return;
        }
        schema.path("anyOf").forEach(either -> collect(root, either, path, paths));
        if (schema.path("type").asText().equals("array")) {
            collect(root, schema.path("items"), path + ".0", paths);
        }
        boolean whole = !path.endsWith(".0") && !path.endsWith(".model");
        if (whole && path.contains(".")) {
            paths.add(path);
        }
        schema.path("properties")
                .properties()
                .forEach(field -> collect(root, field.getValue(), path + "." + field.getKey(), paths));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','developers':[{'name':'unknown','country':'unknown'},{}],'release':'unknown','license':'unknown','trainingCompute':'unknown','modalities':'unknown','lineage':'unknown','geoGate':'unknown'},'transfer':{'on':'2026-11-23','kind':'unknown','exporter':'unknown','destination':'unknown','region':'unknown','recipient':'unknown','intermediary':'unknown','endUse':'unknown','offeredToPublic':'unknown','redFlags':'unknown','attestations':'unknown','classification':'unknown','commercial':'unknown'},'source':'s','note':''}",
                "{'model':{'name':'A','developers':'unknown','trainingCompute':{'atLeast':'unknown','atMost':'unknown'},'modalities':[],'lineage':[]},'transfer':{'on':'2026-11-23','exporter':{},'recipient':{'name':'unknown','country':'unknown','headquarters':'unknown','ultimateParent':'unknown','type':'unknown','lists':'unknown','owners':'unknown','nationality':'unknown','monthlyUsers':'unknown'},'redFlags':[],'attestations':[]}}",
                "{'model':{'name':'A','trainingCompute':{},'modalities':['text','text'],'lineage':[{'relation':'unknown','model':{'name':'B','lineage':[{'relation':'UNKNOWN','compute':0,'model':{'name':'C'}}]}}]},'transfer':{'on':'2026-11-23','destination':'UA','region':'UA-DNR','recipient':{'owners':[{},{'name':'O','country':'unknown','share':'unknown','lists':'unknown'},{'share':12.5,'country':'CN','lists':['a']}]},'offeredToPublic':false,'redFlags':['PROXY'],'attestations':['a b']}}",
                "{'model':{'name':'A','geoGate':['CN','RU'],'lineage':[{'relation':'DISTILLATION','share':12.5,'generation':{'atLeast':1e20},'model':{'name':'B','geoGate':[]}},{'relation':'DISTILLATION','share':'unknown','generation':'unknown','model':{'name':'C'}}]},'transfer':{'on':'2026-11-23','recipient':{'nationality':'CN','monthlyUsers':7e8},'classification':'3A090.a','commercial':true}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','intermediary':'none','exporter':{'screened':'all'},'recipient':{'screened':['a','all'],'owners':[{'screened':{'a':'2026-11-01','b':'unknown'},'owners':[{'share':50,'owners':[]},{'owners':'unknown','screened':'unknown'}]}]}}}",
            })
    void what_the_schema_admits_the_library_reads(String document) throws IOException {
        String json = document.replace('\'', '"');

        assertThat(faults(REQUEST_ID, json)).isEmpty();
        Map<String, Object> written =
                Request.of(JSON.readValue(json, Json.OBJECT)).document();
        assertThat(faults(REQUEST_ID, JSON.writeValueAsString(written))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'model':{'name':'A'}}",
                "{'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'unknown'},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':' '},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A'},'transfer':{}}",
                "{'model':{'name':'A'},'transfer':{'on':'unknown'}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-02-30'}}",
                "{'model':{'name':'A'},'transfer':'unknown'}",
                "{'model':'unknown','transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23'},'remark':''}",
                "{'model':{'name':'A','size':7},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','developers':[]},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','developers':['unknown']},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','developers':[{'city':'x'}]},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','release':'hosted'},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','release':null},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','license':''},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','trainingCompute':'3e26'},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','trainingCompute':-1},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','trainingCompute':{'about':1}},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','modalities':['unknown']},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','modalities':'text'},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','lineage':[{'model':{'name':'B'}}]},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','lineage':[{'relation':'MERGE'}]},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','destination':'UK'}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','region':'Crimea'}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','recipient':{'name':''}}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','recipient':{'lists':['']}}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','recipient':{'owners':[{'share':101}]}}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','offeredToPublic':'yes'}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','redFlags':['unknown']}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','redFlags':'PROXY'}}",
                "{'model':{'name':'A','geoGate':['UK']},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','geoGate':'CN'},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','lineage':[{'relation':'DISTILLATION','share':101,'model':{'name':'B'}}]},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A','lineage':[{'relation':'DISTILLATION','generation':-1,'model':{'name':'B'}}]},'transfer':{'on':'2026-11-23'}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','recipient':{'nationality':'Chinese'}}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','recipient':{'monthlyUsers':-1}}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','classification':7}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','exporter':'none'}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','recipient':{'screened':'some'}}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','recipient':{'screened':{'a':'yesterday'}}}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','recipient':{'owners':[{'owners':[{'share':101}]}]}}}",
                "{'model':{'name':'A'},'transfer':{'on':'2026-11-23','commercial':'yes'}}"
            })
    void what_the_schema_refuses_the_library_refuses(String document) throws IOException {
        String json = document.replace('\'', '"');

        assertThat(faults(REQUEST_ID, json)).isNotEmpty();
        Map<String, Object> tree = JSON.readValue(json, Json.OBJECT);
        assertThatThrownBy(() -> Request.of(tree))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void the_catalogue_gives_a_valid_record_for_each_model_and_country() throws IOException {
        int models = JSON.readTree(CATALOGUE.toFile()).size();
        List<String> countries = List.of("CN", "HK", "RU", "GB", "SG");
        Run run = Run.decide(
                CATALOGUE.toString(), "--to", String.join(",", countries), "--kind", "weights", "--on", "2026-11-23");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.lines()).hasSize(models * countries.size());
        for (int i = 0; i < run.lines().size(); i++) {
            String record = run.lines().get(i);
            assertThat(faults(RECORD_ID, record)).as(record).isEmpty();
            assertThat(record).contains("\"destination\":\"%s\"".formatted(countries.get(i % countries.size())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--closed --origin US --training-compute 3e26 --to BR,GB,CN --kind weights --on 2025-06-01",
                "--closed --origin US --training-compute 3e26 --to BR,GB --kind weights --on 2025-02-01",
                "--closed --origin GB --training-compute 5e25..2e26 --to unknown --kind weights --on 2026-11-23 --strict",
                "--release weights-gated-auto --origin US,FR --to CN,KP --kind weights --on 2026-11-23",
                "--license unknown --on 2020-01-01 --stance as-enforced --recipient Acme --parent CN --red-flags proxy"
            })
    void records_of_every_sort_are_valid(String asked) {
        Run run = Run.licet(Stream.concat(Stream.of("decide", "--json"), Stream.of(asked.split(" ")))
                .toArray(String[]::new));

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.lines())
                .isNotEmpty()
                .allSatisfy(record ->
                        assertThat(faults(RECORD_ID, record)).as(record).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-01-01", "2025-06-01", "2026-11-23"})
    void manifests_are_valid(String day) {
        Run run = Run.licet("manifest", "--on", day);

        assertThat(run.lines()).hasSize(1);
        assertThat(faults(MANIFEST_ID, run.out())).isEmpty();
        assertThat(faults(MANIFEST_ID, run.out().replaceFirst("\"title\"", "\"head\"")))
                .isNotEmpty();
    }

    @Test
    void a_record_that_is_not_whole_is_not_valid() throws IOException {
        String record = Run.decide("--closed", "--origin", "US", "--to", "CN", "--on", "2026-11-23", "--json")
                .out();
        List<String> always =
                List.of("schema", "digest", "law", "request", "stance", "strict", "outcome", "layers", "facts");
        assertThat(names(JSON.readTree(record))).containsAll(always).contains("findings", "assumptions");
        for (String field : always) {
            var tree = JSON.readValue(record, Json.OBJECT);
            tree.remove(field);
            assertThat(faults(RECORD_ID, JSON.writeValueAsString(tree)))
                    .as(field)
                    .isNotEmpty();
        }
        assertThat(faults(RECORD_ID, record.replace("\"release\":\"HOSTED\"", "\"release\":\"CLOSED\"")))
                .as("the request in the record")
                .isNotEmpty();
        assertThat(Optional.of(record))
                .hasValueSatisfying(
                        whole -> assertThat(faults(RECORD_ID, whole)).isEmpty());
    }
}
