/**
 * Decisions in tests: assertions, a shared {@link dev.licet.Licet} as a test's parameter, and case tables as tests.
 *
 * <p>{@link dev.licet.testkit.LicetAssertions} and {@link dev.licet.testkit.WithLicet} are for applications that ask Licet;
 * {@link dev.licet.testkit.CaseTables} and {@link dev.licet.testkit.PackCheck} are for those who write packs of their own.
 */
@NullMarked
package dev.licet.testkit;

import org.jspecify.annotations.NullMarked;
