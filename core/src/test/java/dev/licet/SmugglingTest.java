package dev.licet;

import static dev.licet.PackFiles.PROHIBIT;
import static dev.licet.PackFiles.drl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.licet.answer.Decision;
import dev.licet.answer.Finding;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.law.RulePackException;
import dev.licet.request.Model;
import dev.licet.request.Transfer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule file is data that people exchange. Each attempt to carry code in it is either refused, or stays words. */
class SmugglingTest {

    private static final String MARK = "dev.licet.smuggled";
    private static final String CODE = "System.setProperty( \"" + MARK + "\", \"yes\" );";
    /** The same code without a quote that would end the string it hides in. */
    private static final String CODED = CODE.replace("\"", "\\u0022");

    @TempDir
    private Path temp;

    @AfterEach
    void forget() {
        System.clearProperty(MARK);
    }

    @Test
    void theMarkIsSetByTheCodeThatIsSmuggled() {
        System.setProperty(MARK, "yes");
        assertThat(System.getProperty(MARK)).isEqualTo("yes");
    }

    @Test
    void aQuoteWrittenAsAnEscapeDoesNotEndTheWords() {
        refusedOrWords("findings.prohibit( \"a\\u0022 + " + CODED.replace(";", "") + " + \\u0022b\" );");
    }

    @Test
    void aCallWrittenBetweenEscapedQuotesDoesNotRun() {
        refusedOrWords("findings.prohibit( \"a\\u0022 ); " + CODED + " findings.flag( \\u0022b\" );");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u000a", "\\u000d", "\\uu000a", "\\u000A"})
    void aLineEndWrittenAsAnEscapeDoesNotEndAComment(String escape) {
        refusedOrWords("// harmless " + escape + " " + CODE + "\n    " + PROHIBIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\u0085", "\u2028", "\u2029", "\u000b", "\u000c", "\0"})
    void aRareLineEndDoesNotEndAComment(String end) {
        refusedOrWords("// harmless " + end + " " + CODE + "\n    " + PROHIBIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings.prohibit( \"a\\\\\" + \"b\" ); /* */",
                "findings.prohibit( \"a\\\" ); CODE findings.flag( \\\"b\" );",
                "findings.prohibit( \"x\" ); CODE",
                "CODE findings.prohibit( \"x\" );",
                "findings.prohibit( CODE );",
                "{ CODE }",
                "findings.prohibit( \"\"\"x\"\"\" ); CODE",
                "findings.prohibit( 'x' ); CODE",
                "findings\n.prohibit( \"x\" ); CODE",
                "findings.prohibit( \"x\" + ( CODE ) );",
                "findings.except( \"t.r\" + CODE, \"x\" );",
                "findings.requireLicense( ReviewPolicy.valueOf( CODE ), \"x\" );",
                "findings.prohibit( \"x\" ); end rule \"t.q\" when then CODE",
                "findings.prohibit( \"x\" );\nend\nrule \"t.q\" when then CODE",
                "findings.prohibit( \"x\" );\nend\nfunction void f() { CODE }",
                "findings.prohibit( \"x\" );\nthen[other]\n CODE",
                "modify( $x ) { CODE }",
                "with( $x ) { CODE }",
                "#CODE",
                "<% CODE %>",
                "@{ CODE }"
            })
    void codeAfterThenDoesNotRun(String then) {
        refusedOrWords(then.replace("CODE", CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Destination( on(\"t.l\") && CODE == null )",
                "Destination( on(\"t.l\"); CODE )",
                "Destination( eval( CODE == null ) )",
                "Destination( on(\"t.l\") ) eval( CODE == null )",
                "Destination( $x : CODE )",
                "Destination( CODE == null )",
                "Destination( this.{ CODE } )",
                "Destination( [CODE] != null )",
                "Destination( [\"a\" : CODE] != null )",
                "Destination( country == ( CODE ) )",
                "Destination( on( CODE ) )",
                "Destination( on(\"t.l\" + CODE) )",
                "Destination( on(\"t.l\") || ( CODE ) == null )",
                "Destination( new java.lang.Thread() != null )",
                "Destination( T(java.lang.System) != null )",
                "Destination( java.lang.System.out != null )",
                "Destination( on(\"t.l\") /* , */ , CODE == null )",
                "Destination( on(\"t.l\") ) from CODE",
                "Destination( on(\"t.l\") ) @watch( CODE )",
                "Destination( on(\"t.l\") ) if ( CODE == null ) do[other]",
                "accumulate( Destination( on(\"t.l\") ); init( CODE ) )",
                "Destination( soundslike CODE )",
                "Destination( country str[startsWith] CODE )",
                "Destination( country matches CODE )",
                "Destination( country#String.length > 0 )",
                "Destination( .on(\"t.l\") )",
                "Destination( on(\"t.l\")!.x )"
            })
    void codeAfterWhenDoesNotRun(String when) {
        String code = CODE.replace(";", "");
        refused(drl("t.r", "", when.replace("CODE", code), PROHIBIT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@title( CODE )",
                "@title( \"a\" + CODE )",
                "@title( \"a\", CODE )",
                "@cite( value = CODE )",
                "@cite( other = CODE, value = \"a\" )",
                "@source( \"https://licet.dev/\" + CODE )",
                "@confidence( { CODE } )",
                "@confidence( A + CODE )"
            })
    void codeInMetadataDoesNotRun(String metadata) {
        metadata(metadata.replace("CODE", CODE.replace(";", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@title( \"a\\u0022 + CODED + \\u0022b\" )",
                "@title( \"a\\\" + CODED + \\\"b\" )",
                "@title( \"a\\042 + CODED + \\042b\" )",
                "@title( \"@{CODED}\" )",
                "@title( \"${CODED}\" )"
            })
    void codeInTheWordsOfMetadataDoesNotRun(String metadata) {
        metadata(metadata.replace("CODED", CODED.replace(";", "")));
        metadata(metadata.replace("CODED", CODE.replace(";", "").replace("\"", "'")));
    }

    @Test
    void aDecoyInACommentDoesNotHideTheMetadataOfTheRule() {
        String sound = drl("t.r", "", "Destination( on(\"t.l\") )", PROHIBIT);
        String decoy = "/*\n" + sound.substring(sound.indexOf("rule "), sound.indexOf("then")) + "*/\n";
        String code = sound.replaceFirst(
                "@title\\(.*\\)", Matcher.quoteReplacement("@title( " + CODE.replace(";", "") + " )"));
        for (String text : List.of(decoy + code, code.replace("rule \"t.r\"", decoy + "rule \"t.r\""), code + decoy)) {
            load(text);
            assertThat(System.getProperty(MARK))
                    .as("the code has run: %s", text)
                    .isNull();
        }
    }

    private void metadata(String metadata) {
        String key = metadata.substring(0, metadata.indexOf('('));
        load(drl("t.r", "", "Destination( on(\"t.l\") )", PROHIBIT)
                .replaceFirst(key + "\\(.*\\)", Matcher.quoteReplacement(metadata)));
        assertThat(System.getProperty(MARK))
                .as("the code has run: %s", metadata)
                .isNull();
    }

    @Test
    void wordsArriveAsTheyAreWritten() {
        for (String words : List.of(
                "see https://licet.dev // not a comment",
                "/* no comment */ # nor this",
                "insert( it ), update( x ), modify( y ){ z }, retract( w ); drools.halt()",
                "${x} @{y} %s %n 'single' it''s",
                "the end of it; then stop; when? rule",
                "caf\u00e9 \u4e2d\u56fd \ud83d\ude00 \u0130",
                "a + b = c && d || !e")) {
            Decision decision =
                    decide(drl("t.r", "", "Destination( on(\"t.l\") )", "findings.prohibit( \"" + words + "\" );"));
            assertThat(decision.findings()).extracting(Finding::because).containsExactly(words);
        }
    }

    @Test
    void escapesInWordsArriveAsTheSignTheyStandFor() {
        Decision decision =
                decide(drl("t.r", "", "Destination( on(\"t.l\") )", "findings.prohibit( \"a \\\"b\\\" \\\\ c\" );"));
        assertThat(decision.findings()).extracting(Finding::because).containsExactly("a \"b\" \\ c");
    }

    @Test
    void metadataArrivesAsItIsWritten() {
        for (String words : List.of("5 CFR 1(a); 2 | 3 // 4", "it's # 1 @x {y} $z", "caf\u00e9 \u4e2d\u56fd")) {
            Decision decision = decide(drl("t.r", "", "Destination( on(\"t.l\") )", PROHIBIT)
                    .replace("\"The rule t.r\"", "\"" + words + "\""));
            assertThat(decision.findings())
                    .extracting(finding -> finding.rule().title())
                    .containsExactly(words);
        }
    }

    @Test
    void aQuoteInMetadataArrivesWithoutItsBackslash() {
        Decision decision = decide(drl("t.r", "", "Destination( on(\"t.l\") )", PROHIBIT)
                .replace("\"The rule t.r\"", "\"The \\\"rule\\\"\""));
        assertThat(decision.findings())
                .extracting(finding -> finding.rule().title())
                .containsExactly("The \"rule\"");
    }

    @Test
    void namesInConstraintsAreComparedAsTheyAreWritten() {
        for (String name :
                List.of("a // b", "a /* b */", "a && b", "a || b", "a == b", "x ; y", "it's", "a, b", "!a")) {
            Licet licet = PackFiles.in(temp)
                    .file("r.drl", drl("t.r", "", "Attestations( !includes(\"" + name + "\") )", PROHIBIT))
                    .licet();
            Model model = Model.named("m").build();
            var to = Transfer.of(TransferKind.API);
            LocalDate day = LocalDate.of(2026, 1, 1);
            assertThat(licet.decide(model, to.on(day)).outcome()).as(name).isEqualTo(Outcome.PROHIBITED);
            assertThat(licet.decide(model, to.attested(name).on(day)).outcome())
                    .as(name)
                    .isEqualTo(Outcome.PERMITTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"package dev.licet", "package dev.licet.facts", "package elsewhere", ""})
    void aRuleOfAForeignPackageIsRefused(String line) {
        refused(drl("t.r", "", "Destination( on(\"t.l\") )", PROHIBIT).replace("package licet.t", line));
    }

    private void refusedOrWords(String then) {
        load(drl("t.r", "", "Destination( on(\"t.l\") )", then));
        assertThat(System.getProperty(MARK)).as("the code has run: %s", then).isNull();
    }

    private void refused(String text) {
        Throwable refusal = load(text);
        assertThat(System.getProperty(MARK)).as("the code has run: %s", text).isNull();
        assertThat(refusal).as("it was loaded: %s", text).isInstanceOf(RulePackException.class);
    }

    /** Loads and asks; the answer is the refusal, if there is one. */
    private Throwable load(String text) {
        Throwable refusal = catchThrowable(() -> decide(text));
        if (refusal != null) {
            assertThat(refusal).as(text).isInstanceOf(RulePackException.class);
        }
        return refusal;
    }

    private Decision decide(String text) {
        return PackFiles.in(temp)
                .file("r.drl", text)
                .countries("l", "CN")
                .licet()
                .decide(
                        Model.named("m").developer("d", "US").closed().build(),
                        Transfer.of(TransferKind.WEIGHTS).to("CN").on(LocalDate.of(2026, 1, 1)));
    }
}
