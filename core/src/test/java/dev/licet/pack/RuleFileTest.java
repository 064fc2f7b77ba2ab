package dev.licet.pack;

import static dev.licet.PackFiles.PROHIBIT;
import static dev.licet.PackFiles.drl;
import static dev.licet.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.PackFiles;
import dev.licet.law.Layer;
import dev.licet.law.Rule;
import dev.licet.law.RulePackException;
import dev.licet.law.Status;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileTest {

    private static final String CHINA = "Destination( on(\"t.l\") )";
    private static final String SOUND = drl("t.r", "", CHINA, PROHIBIT);

    @Test
    void aSoundFileTellsItsMetadata() {
        Rule rule = read(drl(
                        "t.r",
                        "@until( \"2030-01-01\" ) @layer( \"SANCTIONS\" ) @status( \"SUSPENDED since 2025-01-01 until 2025-06-01: Gazette 7\" )",
                        CHINA,
                        PROHIBIT))
                .rule();
        assertThat(rule.id()).isEqualTo("t.r");
        assertThat(rule.pack()).isEqualTo("t");
        assertThat(rule.title()).isEqualTo("The rule t.r");
        assertThat(rule.cite()).isEqualTo("Book of t.r");
        assertThat(rule.source()).isEqualTo(URI.create(PackFiles.SOURCE));
        assertThat(rule.since()).isEqualTo("2024-01-01");
        assertThat(rule.until()).contains(LocalDate.of(2030, 1, 1));
        assertThat(rule.layer()).isEqualTo(Layer.SANCTIONS);
        assertThat(rule.confidence()).isEqualTo("A");
        assertThat(rule.statuses()).singleElement().satisfies(window -> {
            assertThat(window.status()).isEqualTo(Status.SUSPENDED);
            assertThat(window.source()).isEqualTo("Gazette 7");
        });
    }

    @Test
    void theAuthorityIsThePacksUnlessTheRuleHasItsOwn() {
        assertThat(read(SOUND).rule().layer()).isEqualTo(Layer.EXPORT_LAW);
    }

    @Test
    void aFileThatIsEmptyHoldsNoRule() {
        refused("", 1, "(");
        refused("// to be written\n", 1, "(");
    }

    @Test
    void aFileWithTwoRulesIsRefused() {
        refused(SOUND + "\n" + SOUND.substring(SOUND.indexOf("rule ")).replace("t.r", "t.q"), 1, "(2)");
    }

    @Test
    void aSyntaxErrorIsRefusedAtItsLine() {
        refused(drl("t.r", "", "Destination( on(\"t.l\") ", PROHIBIT), 14, "mismatched");
        refused("<html>\n</html>\n", 1, "'<'");
    }

    @Test
    void aMissingEndIsRefusedAtTheLastLine() {
        refused(SOUND.replace("\nend\n", "\n"), 16, "<eof>");
    }

    @Test
    void anErrorOfTheParserIsNeverShownAsLineZero() {
        String text = drl("t.r", "", CHINA, "findings.prohibit( \"\\uu0022\" );");
        refused(text, 15, "(");
    }

    @Test
    void aRuleOfAnotherNameIsRefused() {
        refused(SOUND.replace("rule \"t.r\"", "rule \"t.other\""), 6, "(t.other)", "\"t.r\"");
    }

    @ParameterizedTest
    @CsvSource({"title, 7", "cite, 8", "source, 9", "since, 10", "confidence, 11"})
    void metadataIsNeitherMissingNorEmpty(String key, int line) {
        refused(SOUND.replaceFirst("    @" + key + ".*\n", ""), 6, "(@" + key + ")");
        for (String nothing : List.of("", "()", "( \"\" )", "( \" \" )", "( x = \"y\" )", "( y )")) {
            refused(SOUND.replaceFirst("@" + key + "\\(.*\\)", "@" + key + nothing), line, "(");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Propagation(IMMEDIATE)",
                "@propagation( EAGER )",
                "@expires( 1h )",
                "@role( event )",
                "@All",
                "@direct",
                "@Title( \"x\" )"
            })
    void metadataOfAnUnknownKeyIsRefused(String metadata) {
        refused(drl("t.r", metadata, CHINA, PROHIBIT), 12, "(");
    }

    @Test
    void anUnknownKeyIsRefusedAtItsOwnLineThoughAnotherBeginsAlike() {
        refused(drl("t.r", "@sin( \"x\" )", CHINA, PROHIBIT), 12, "(@sin)");
    }

    @Test
    void aFaultIsReportedAtTheMetadataAndNotAtACommentThatNamesIt() {
        String commented = "// @since is the day of the announcement\n" + SOUND;
        refused(commented.replace("2024-01-01", "1 January"), 11, "(1 January)");
    }

    @Test
    void aRepeatedKeyIsRefused() {
        String text = drl("t.r", "@title( \"again\" )", CHINA, PROHIBIT);
        assertThat(text).contains("again");
        refused(text, 12, "title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-1-1", "01/02/2024", "2024-02-30", "today", "2024"})
    void aDayThatIsNoDateIsRefused(String day) {
        refused(SOUND.replace("2024-01-01", day), 10, "(" + day + ")", "@since");
        refused(drl("t.r", "@until( \"" + day + "\" )", CHINA, PROHIBIT), 12, "(" + day + ")", "@until");
    }

    @Test
    void anEmptyWindowIsRefused() {
        refused(drl("t.r", "@until( \"2024-01-01\" )", CHINA, PROHIBIT), 12, "(2024-01-01 to 2024-01-01)");
        refused(drl("t.r", "@until( \"2023-01-01\" )", CHINA, PROHIBIT), 12, "(2024-01-01 to 2023-01-01)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUSPENDED",
                "suspended since 2025-01-01: x",
                "SUSPENDED since 2025-01-01",
                "SUSPENDED since 2025-01-01:",
                "SUSPENDED from 2025-01-01: x",
                "IN_FORCE since 2025-01-01: x",
                "REPEALED since 2025-01-01: x"
            })
    void aStatusThatCannotBeReadIsRefused(String status) {
        refused(drl("t.r", "@status( \"" + status + "\" )", CHINA, PROHIBIT), 12, "(" + status + ")");
    }

    @Test
    void aStatusWithoutAValueIsRefused() {
        refused(drl("t.r", "@status", CHINA, PROHIBIT), 12, "()");
    }

    @Test
    void aStatusOnNoDayIsRefused() {
        refused(status("SUSPENDED since 2025-13-01: x"), 12, "(2025-13-01)", "@status");
        refused(status("SUSPENDED since 2025-01-01 until soon: x"), 12, "(soon)", "@status");
        refused(status("SUSPENDED since 2025-01-01 until 2025-01-01: x"), 12, "(2025-01-01 to 2025-01-01)");
    }

    @Test
    void overlappingStatusesAreRefused() {
        refused(status("SUSPENDED since 2025-01-01: x | PENDING since 2026-01-01: y"), 12, "overlap", "(PENDING");
        refused(
                status("SUSPENDED since 2025-01-01 until 2025-06-02: x | PENDING since 2025-06-01: y"),
                12,
                "overlap",
                "(PENDING");
    }

    @Test
    void statusesThatMeetAreSound() {
        assertThat(read(status("SUSPENDED since 2025-01-01 until 2025-06-01: x | PENDING since 2025-06-01: y"))
                        .rule()
                        .statuses())
                .hasSize(2);
    }

    @Test
    void aStatusOutsideTheRulesWindowIsRefused() {
        refused(status("SUSPENDED since 2020-01-01 until 2021-01-01: x"), 12, "(SUSPENDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.bis.gov", "15 CFR 742", "see above", "//host/x"})
    void aSourceThatIsNoAddressIsRefused(String source) {
        refused(SOUND.replace(PackFiles.SOURCE, source), 9, "(" + source + ")");
    }

    @Test
    void aSourceThatABrowserWouldRunIsRefused() {
        refused(SOUND.replace(PackFiles.SOURCE, "javascript:alert(1)"), 9, "(javascript:alert(1))");
    }

    @Test
    void anUnknownAuthorityIsRefused() {
        refused(drl("t.r", "@layer( \"LAW\" )", CHINA, PROHIBIT), 12, "(LAW)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "function void f() {} | 6 | (function)",
                "declare X end | 6 | (declare)",
                "declare trait X end | 6 | (declare)",
                "declare enum X A; end | 6 | (declare enum)",
                "declare entry-point x end | 6 | (declare entry-point)",
                "declare window W Destination() over window:length(1) end | 6 | (declare window)",
                "query q() Destination() end | 1 | (2)",
                "salience 10 | 6 | (attribute)",
                "dialect \"mvel\" | 6 | (attribute)",
                "global java.util.List list | 6 | (java.util.List list)",
                "import java.util.List | 6 | (java.util.List)",
                "import java.lang.* | 6 | (java.lang.*)",
                "import static java.lang.System.exit | 6 | (import function)",
                "import function java.lang.System.exit | 6 | (import function)",
                "import accumulate java.lang.String s | 6 | (import accumulate)",
                "package licet.u | 6 | 'package'",
                "unit X; | 6 | 'unit'",
                "expander x | 6 | 'expander'",
                "some words | 6 | 'some'",
                "findings.prohibit( \"x\" ); | 6 | 'findings'",
                "@foo( x ) | 6 | '@'"
            })
    void whatIsNoRuleIsRefused(String line, int at, String word) {
        refused(SOUND.replace("rule \"t.r\"", line + "\nrule \"t.r\""), at, word);
    }

    @ParameterizedTest
    @CsvSource({"java.util.List findings", "Findings findings", "dev.licet.facts.Findings verbs"})
    void aGlobalOtherThanTheVerbsIsRefused(String global) {
        refused(SOUND.replace("dev.licet.facts.Findings findings", global), 3, "(" + global + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salience 10",
                "no-loop",
                "lock-on-active",
                "agenda-group \"x\"",
                "ruleflow-group \"x\"",
                "activation-group \"x\"",
                "date-effective \"1-Jan-2020\"",
                "date-expires \"1-Jan-2020\"",
                "enabled false",
                "auto-focus true",
                "dialect \"mvel\"",
                "timer (int: 1s)",
                "duration 10",
                "calendars \"x\""
            })
    void anAttributeIsRefused(String attribute) {
        refused(drl("t.r", attribute, CHINA, PROHIBIT), 6, attribute.replaceAll(" .*", ""));
    }

    @Test
    void aRuleThatExtendsAnotherIsRefused() {
        refused(SOUND.replace("rule \"t.r\"", "rule \"t.r\" extends \"t.q\""), 6, "(extends)");
    }

    @Test
    void aQueryIsRefused() {
        refused("package licet.t\nquery \"t.r\"\n    Destination( on(\"t.l\") )\nend\n", 2, "query");
    }

    @Test
    void aNamedConsequenceIsRefused() {
        refused(SOUND.replace("\nend\n", "\nthen[other]\n    " + PROHIBIT + "\nend\n"), 6, "named consequence");
        refused(drl("t.r", "", CHINA + " do[other]", PROHIBIT + "\nthen[other]\n" + PROHIBIT), 6, "named consequence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not Destination( on(\"t.l\") )",
                "exists Destination( on(\"t.l\") )",
                "Destination( on(\"t.l\") ) or Origin( includes(\"US\") )",
                "(or Destination( on(\"t.l\") ) Origin( includes(\"US\") ))",
                "eval( true )",
                "forall( Destination( on(\"t.l\") ) )",
                "Destination( on(\"t.l\") ) from x",
                "Destination( on(\"t.l\") ) from entry-point x",
                "Destination( on(\"t.l\") ) over window:length( 1 )",
                "accumulate( Destination( on(\"t.l\") ); $n : count( 1 ) )",
                "$d : Destination( on(\"t.l\") )",
                "?q()"
            })
    void whatIsNoPlainPatternIsRefused(String when) {
        refused(drl("t.r", "", when, PROHIBIT), 13, "(");
    }

    @Test
    void aPatternWithAnAnnotationIsRefused() {
        refused(drl("t.r", "", CHINA + " @watch( * )", PROHIBIT), 13, "watch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Object", "String", "Destinations", "dev.licet.facts.Destination", "Place", "TransferKind"})
    void anUnknownFactIsRefused(String fact) {
        refused(drl("t.r", "", fact + "( on(\"t.l\") )", PROHIBIT), 13, "(" + fact + ")", "Destination, Region");
    }

    @Test
    void anExpressionPathIsRefused() {
        refused(drl("t.r", "", "/destination[ on(\"t.l\") ]", PROHIBIT), 13, "(");
    }

    @Test
    void twoPatternsOfOneFactAreRefused() {
        refused(drl("t.r", "", CHINA + "\n    Destination( !is(\"US\") )", PROHIBIT), 14, "(Destination)");
    }

    @Test
    void aPatternThatAsksNothingIsRefused() {
        refused(drl("t.r", "", "Destination()", PROHIBIT), 13, "(Destination)");
    }

    @Test
    void aRuleWithoutAConditionIsRefused() {
        refused(drl("t.r", "", "", PROHIBIT), 6, "nothing stands between when and then");
    }

    @Test
    void anUnknownMemberIsRefused() {
        constraintRefused("Destination", "near(\"CN\")", "(near)", "[country, is, on]");
        constraintRefused("Publication", "isClosed", "(isClosed)");
        constraintRefused("Destination", "getClass().getName() == \"x\"", "(getClass)");
        constraintRefused("Destination", "this != null", "(this)");
        constraintRefused("Destination", "eval( true )", "(eval)");
        constraintRefused("Destination", "lists contains \"t.l\"", "(lists)");
        constraintRefused("Artifact", "TransferKind.valueOf(\"API\")", "(TransferKind)");
        constraintRefused("Artifact", "TransferKind.API == kind", "(TransferKind)");
    }

    @Test
    void anUnknownConstantIsRefused() {
        constraintRefused("Artifact", "kind == TransferKind.Weights", "(TransferKind.Weights)", "WEIGHTS");
        constraintRefused("Artifact", "kind == Release.HOSTED", "(Release.HOSTED)");
        constraintRefused("Artifact", "kind in (TransferKind.API, TransferKind.PHONE)", "(TransferKind.PHONE)");
        constraintRefused("Artifact", "kind == dev.licet.TransferKind.API", "(dev.licet)");
        constraintRefused("RedFlags", "includes(RedFlag.VPN)", "(RedFlag.VPN)");
        constraintRefused("Purpose", "endUse != EndUse.PEACE", "(EndUse.PEACE)");
    }

    @Test
    void aConstantWithoutItsEnumIsRefusedWithTheRightRemedy() {
        constraintRefused("Artifact", "kind == API", "TransferKind.API");
        constraintRefused("RedFlags", "includes(PROXY)", "RedFlag.PROXY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn", "CHN", "UK", "China", ""})
    void aCountryThatIsNoneIsRefused(String code) {
        constraintRefused("Destination", "is(\"" + code + "\")", "(" + code + ")");
        constraintRefused("Origin", "includes(\"" + code + "\")", "(" + code + ")");
    }

    @Test
    void anUnknownModalityIsRefused() {
        constraintRefused("Modalities", "includes(\"vidoe\")", "(vidoe)", "video");
    }

    @Test
    void anEscapeInANameIsRefused() {
        constraintRefused("Classification", "is(\"a\\\"b\")", "(\\)");
        constraintRefused("ModelName", "beginsWith(\"a\\tb\")", "(\\)");
    }

    @Test
    void aNameWithoutQuotesIsRefused() {
        constraintRefused("Destination", "is(CN)", "(CN)");
        constraintRefused("Destination", "on(restricted)", "(restricted)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on(\"t.\" + \"l\")",
                "country.length > 1",
                "country == \"CN\"",
                "country matches \".*\"",
                "country",
                "on(\"t.l\").booleanValue()",
                "on(\"t.l\") == true",
                "on(\"t.l\", \"t.m\")",
                "on(\"t.l\")[0]",
                "on",
                "!on",
                "on()",
                "on in (\"t.l\")",
                "[1, 2]",
                "is(\"CN\") == is(\"CN\")",
                "on(\"t.l\") && System.exit( 1 )"
            })
    void whatIsNoPlainConstraintIsRefused(String constraint) {
        constraintRefused("Destination", constraint, "(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind > TransferKind.API",
                "kind.name() == \"x\"",
                "kind == null",
                "kind",
                "kind;",
                "kind not in (TransferKind.API)",
                "kind == TransferKind.API || == TransferKind.APP",
                "TransferKind.API;"
            })
    void whatIsNoPlainComparisonIsRefused(String constraint) {
        constraintRefused("Artifact", constraint, "(");
    }

    @Test
    void aNegationBeforeAComparisonIsRefusedAsSuch() {
        // ! binds to kind, not to the comparison; the message must say so in the words of the rule.
        constraintRefused("Artifact", "!kind == TransferKind.API", "(!kind");
        constraintRefused("Artifact", "!kind in (TransferKind.API)", "(!kind");
    }

    @Test
    void aBindingThatIsNoneIsRefused() {
        constraintRefused("Destination", "c : country", "(c)", "$c");
        constraintRefused("Destination", "$c := country", "(=)");
        constraintRefused("Destination", "$c : on(\"t.l\")", "(on)");
        constraintRefused("Destination", "$c : country == \"CN\"", "(==)");
        constraintRefused("Destination", "$c : country && is(\"CN\")", "(&&)");
    }

    @Test
    void aConstraintIsRefusedAtItsOwnLine() {
        refused(drl("t.r", "", "Destination( on(\"t.l\"),\n        near(\"CN\") )", PROHIBIT), 14, "(near)");
    }

    @Test
    void anEmptyThenIsRefused() {
        for (String nothing : List.of("", "// later")) {
            assertThatThrownBy(() -> read(drl("t.r", "", CHINA, nothing)))
                    .isInstanceOf(RulePackException.class)
                    .hasMessageContaining("nothing stands after then");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "while ( true ) {} | ({)",
                "System.exit( 1 ); | (1)",
                "System.exit(); | (System)",
                "new Object(); | (new)",
                "new Thread().start(); | (new)",
                "drools.halt(); | (drools)",
                "kcontext.getKieRuntime(); | (kcontext)",
                "insert( $x ); | (insert)",
                "modify( $x ) {} | ({)",
                "String s; | (String)",
                "findings = null; | (=)",
                "; | (;)",
                "findings.prohibit( \"x\" );; | (;)",
                "/* x */ | (/)",
                "if ( true ) | (if)"
            })
    void whatIsNoVerbIsRefused(String then, String word) {
        thenRefused(then, word);
    }

    @Test
    void anUnknownVerbIsRefused() {
        thenRefused("findings.forbid( \"x\" );", "(forbid)");
        thenRefused("findings.getClass();", "(getClass)");
    }

    @Test
    void aWrongNumberOfArgumentsIsRefused() {
        thenRefused("findings.prohibit( \"x\", \"y\" );", "(prohibit)", "(2)");
        thenRefused("findings.requireLicense( ReviewPolicy.DENIAL );", "(requireLicense)", "(1)");
        thenRefused("findings.impose( \"x\" );", "(impose)", "(1)");
        thenRefused("findings.flag( \"x\", \"y\" );", "(flag)", "(2)");
        thenRefused("findings.except( \"t.q\" );", "(except)", "(1)");
        thenRefused("findings.except( \"t.q\", \"x\", \"y\", \"z\" );", "(except)", "(4)");
    }

    @Test
    void anUnboundVariableIsRefused() {
        thenRefused("findings.prohibit( \"to \" + $to );", "($to)");
    }

    @Test
    void anUnknownPolicyIsRefused() {
        thenRefused("findings.requireLicense( ReviewPolicy.MAYBE, \"x\" );", "(MAYBE)");
        thenRefused("findings.requireLicense( DENIAL, \"x\" );", "(DENIAL)");
        thenRefused("findings.requireLicense( \"DENIAL\", \"x\" );", "(\"DENIAL\")");
    }

    @Test
    void wordsThatAreNeitherQuotedNorBoundAreRefused() {
        thenRefused("findings.prohibit( x );", "(x)");
        thenRefused("findings.prohibit( null );", "(null)");
        thenRefused("findings.prohibit( \"x\" \"y\" );", "(\"y\")");
        thenRefused("findings.prohibit( \"x\" + );", "())");
        thenRefused("findings.prohibit( \"x\" )", "())");
        thenRefused("findings.except( t.q, \"x\" );", "(t)");
    }

    @Test
    void emptyWordsAreRefused() {
        thenRefused("findings.prohibit( \"\" );", "(\"\")");
        thenRefused("findings.impose( \" \", \"x\" );", "(\" \")");
    }

    @Test
    void aFaultAfterThenIsRefusedAtItsLine() {
        refused(drl("t.r", "", CHINA, "findings.forbid( \"x\" );"), 15, "(forbid)");
        refused(drl("t.r", "", CHINA, PROHIBIT + "\n    // and\n    findings.forbid( \"x\" );"), 17, "(forbid)");
    }

    private static String status(String status) {
        return drl("t.r", "@status( \"" + status + "\" )", CHINA, PROHIBIT);
    }

    private static RuleFile read(String text) {
        return RuleFile.read("r.drl", text, "t.r", "t", Layer.EXPORT_LAW);
    }

    private static void refused(String text, int line, String... words) {
        assertRefused(() -> read(text), "r.drl:" + line, words);
    }

    private static void constraintRefused(String fact, String constraint, String... words) {
        refused(drl("t.r", "", fact + "( " + constraint + " )", PROHIBIT), 13, words);
    }

    private static void thenRefused(String then, String... words) {
        assertThatThrownBy(() -> read(drl("t.r", "", CHINA, then)))
                .isInstanceOf(RulePackException.class)
                .hasMessageMatching("(?s)r\\.drl:1[45]: .*\\nMaybe .*")
                .hasMessageContainingAll(words);
    }
}
