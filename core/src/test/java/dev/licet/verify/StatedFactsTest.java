package dev.licet.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.vocabulary.FactType;
import org.junit.jupiter.api.Test;

/** The second reader has a table of its own of where facts are stated, since it uses nothing else; this holds it to the vocabulary. */
class StatedFactsTest {

    @Test
    void the_second_reader_looks_where_the_vocabulary_says() {
        assertThat(RecordCheck.STATED)
                .isNotEmpty()
                .allSatisfy((name, path) -> assertThat(FactType.ofPattern(name).map(FactType::field))
                        .as(name)
                        .contains(String.join(".", path)));
    }
}
