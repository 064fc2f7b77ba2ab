package dev.licet.testkit;

import static dev.licet.testkit.LicetAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.RulePack;
import dev.licet.law.Stance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@WithLicet(packs = "toy")
class WithLicetTest {
    private final Licet ofClass;

    WithLicetTest(Licet ofClass) {
        this.ofClass = ofClass;
    }

    private static List<String> names(Licet licet) {
        return licet.packs().stream().map(RulePack::name).toList();
    }

    @Test
    void the_packs_named_are_loaded_and_no_other(Licet licet) {
        assertThat(names(licet)).containsExactly("toy");
    }

    @Test
    void it_is_built_once(Licet licet) {
        assertThat(licet.packs()).isSameAs(ofClass.packs());
    }

    @Test
    @WithLicet
    void without_names_all_packs_are_loaded(Licet licet) {
        assertThat(names(licet)).containsExactly("note", "toy");
    }

    @Test
    @WithLicet(packs = {"toy", "note", "toy"})
    void the_order_of_names_does_not_matter(Licet licet) {
        assertThat(names(licet)).containsExactly("note", "toy");
    }

    @Test
    @WithLicet(packs = "toy", stance = Stance.AS_ENFORCED)
    void the_stance_is_that_of_the_annotation(Licet licet) {
        assertThat(Toys.decide(licet, Map.of("on", "2025-09-01"))).isPermitted();
    }

    @Test
    @WithLicet(packs = "note", strict = true)
    void strict_presumes_nothing(Licet licet) {
        assertThat(Toys.decide(licet, Map.of("endUse", ""))).isUndetermined().asks("end use");
    }

    @Nested
    class Inside {
        @Test
        void the_class_around_is_asked(Licet licet) {
            assertThat(names(licet)).containsExactly("toy");
        }
    }

    @Nested
    @WithLicet(packs = "note")
    class InsideWithItsOwn {
        @Test
        void the_nearest_annotation_wins(Licet licet) {
            assertThat(names(licet)).containsExactly("note");
        }
    }
}
