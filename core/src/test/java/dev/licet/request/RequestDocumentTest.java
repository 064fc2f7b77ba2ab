package dev.licet.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The fields of transfer documents. */
class RequestDocumentTest {

    @Test
    void the_published_schema_has_the_fields_of_documents_and_no_others() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("../schema/request.schema.json").toFile());
        RequestDocument.FIELDS.forEach((object, fields) -> {
            if (!object.equals("document") && !object.equals("compute")) {
                Set<String> published = new TreeSet<>();
                schema.at("/$defs/" + object + "/properties").fieldNames().forEachRemaining(published::add);
                assertThat(published).as(object).isEqualTo(new TreeSet<>(fields.keySet()));
            }
        });
    }

    @Test
    void a_path_leads_to_what_stands_there() {
        assertThat(RequestDocument.kindAt("model.lineage.0.model.lineage.12.share"))
                .contains("number");
        assertThat(RequestDocument.kindAt("transfer.recipient.owners")).contains("owner[]");
        assertThat(RequestDocument.kindAt("model.trainingCompute.atMost")).contains("number");
        assertThat(RequestDocument.kindAt("transfer.recipient.owners.name")).isEmpty();
        assertThat(RequestDocument.kindAt("transfer.recipient.owners.00001.name"))
                .isEmpty();
        assertThat(RequestDocument.kindAt("transfer.")).isEmpty();
        assertThat(RequestDocument.kindAt("recipient")).isEmpty();
    }

    @Test
    void every_short_column_is_a_path_of_the_document() {
        assertThat(Request.columns().values())
                .allSatisfy(path -> assertThat(RequestDocument.kindAt(path)).isPresent());
    }
}
