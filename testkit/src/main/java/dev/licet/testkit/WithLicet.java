package dev.licet.testkit;

import dev.licet.Licet;
import dev.licet.law.Stance;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class, or one test, a {@link Licet} as a parameter. It is built once for each set of packs in a run of
 * tests, and shared. An annotation on the test wins over that on its class, and that over one on the class around it.
 *
 * <pre>{@code
 * @WithLicet(packs = "guardrails")
 * class GatewayTest {
 *     @Test
 *     void a_closed_us_model_stays_out_of_china(Licet licet) {
 *         assertThat(licet.decide(model, transfer)).requiresLicense();
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(LicetExtension.class)
public @interface WithLicet {

    /**
     * The names of the packs on the class path.
     *
     * @return the names; none means all packs, as {@link Licet#standard()} has them
     */
    String[] packs() default {};

    /**
     * Whether all assumptions are off, as by {@link Licet#strict()}.
     *
     * @return true if what is not stated is unknown
     */
    boolean strict() default false;

    /**
     * The stance.
     *
     * @return the stance
     */
    Stance stance() default Stance.AS_WRITTEN;
}
