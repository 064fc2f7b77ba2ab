package dev.licet.rules;

import dev.licet.testkit.CaseTables;
import dev.licet.testkit.PackCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CaseTablesTest {

    @TestFactory
    Stream<DynamicTest> every_pack_alone_decides_as_its_tables_say() throws IOException {
        return Packs.folders().stream().flatMap(CaseTables::of);
    }

    @TestFactory
    Stream<DynamicTest> every_rule_is_tried_from_every_side() throws IOException {
        return Packs.folders().stream().map(PackCheck::of).flatMap(PackCheck::tests);
    }

    @Test
    void the_packs_are_counted() throws IOException {
        for (Path folder : Packs.folders()) {
            System.out.println(PackCheck.of(folder).summary());
        }
    }
}
