package dev.licet;

import static dev.licet.PackFiles.PROHIBIT;
import static dev.licet.PackFiles.drl;
import static dev.licet.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.answer.Decision;
import dev.licet.facts.TransferKind;
import dev.licet.law.Outcome;
import dev.licet.law.Rule;
import dev.licet.law.RulePackException;
import dev.licet.request.Model;
import dev.licet.request.Transfer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePackTest {

    private static final String CHINA = "Destination( on(\"t.l\") )";

    @TempDir
    private Path temp;

    @Test
    void aPackTellsWhatItIs() {
        RulePack pack = sound().set("namespace", "ns")
                .rule("another", "Destination( on(\"ns.l\") )", PROHIBIT)
                .file("r.drl", drl("ns.r", "", "Destination( on(\"ns.l\") )", PROHIBIT))
                .pack();
        assertThat(pack.name()).isEqualTo("t");
        assertThat(pack.title()).isEqualTo("A test pack");
        assertThat(pack.version()).isEqualTo("1");
        assertThat(pack.jurisdiction()).isEqualTo("Nowhere");
        assertThat(pack.asOf()).isEqualTo("2026-11-23");
        assertThat(pack.digest()).matches("sha256:[0-9a-f]{64}");
        assertThat(pack.rules()).extracting(Rule::id).containsExactly("ns.another", "ns.r");
        assertThat(pack.lists()).containsExactly("ns.l");
        assertThat(pack).hasToString("t 1");
    }

    @Test
    void aListFileMayHoldManyLists() {
        assertThat(sound().file(
                                "lists/many.csv",
                                "list,country,since,until,cite\nb,CN,2024-01-01,,c\na,CN,2024-01-01,,c\n")
                        .pack()
                        .lists())
                .containsExactly("t.a", "t.b", "t.l");
    }

    @Test
    void aFolderWithoutPropertiesIsRefused() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("p"));
        assertRefused(
                () -> RulePack.folder(folder), folder.resolve("pack.properties").toString(), "missing", "(p)");
    }

    @Test
    void whatIsNoFolderIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("f"), "x");
        assertRefused(() -> RulePack.folder(file), file.toString(), "not a folder");
        assertRefused(
                () -> RulePack.folders(temp.resolve("g")), temp.resolve("g").toString(), "not a folder");
        assertRefused(() -> RulePack.folders(temp), temp.toString(), "(pack.properties)");
    }

    @Test
    void aPackThatIsNotOnTheClassPathIsRefused() {
        assertRefused(() -> RulePack.bundled("nowhere"), "classpath:licet/nowhere/pack.properties", "(nowhere)");
    }

    @Test
    void foldersReadsOnePackOrAllBelow() {
        PackFiles.in(temp, "b").countries("l", "CN").write();
        Path one = PackFiles.in(temp, "a").countries("l", "CN").write();
        assertThat(RulePack.folders(temp)).extracting(RulePack::name).containsExactly("a", "b");
        assertThat(RulePack.folders(one)).extracting(RulePack::name).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "version", "jurisdiction", "layer", "asOf"})
    void aMissingKeyIsRefused(String key) {
        assertRefused(sound().unset(key), "pack.properties", "(" + key + ")", key + "=");
        assertRefused(sound().set(key, ""), "pack.properties", "(" + key + ")");
    }

    @Test
    void missingFilesAreRefused() {
        assertRefused(PackFiles.in(temp).withoutCoverage(), "pack.properties", "(files)");
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertRefused(sound().set("licence", "x"), "pack.properties", "(licence)", "jurisdiction");
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertRefused(sound().set("title", "x\ntitle=y"), "pack.properties", "(title)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\\\"b"})
    void aNamespaceThatIsNoNameIsRefused(String namespace) {
        assertRefused(sound().set("namespace", namespace), "pack.properties", "namespace");
    }

    @Test
    void aMalformedEscapeInThePropertiesIsRefused() {
        assertRefused(sound().set("title", "\\u00zz"), "pack.properties", "(");
    }

    @Test
    void anUnknownAuthorityIsRefused() {
        assertRefused(sound().set("layer", "LAW"), "pack.properties", "(LAW)", "EXPORT_LAW");
    }

    @Test
    void aDayOfLookingUpThatIsNoDateIsRefused() {
        assertRefused(sound().set("asOf", "23 Nov 2026"), "pack.properties", "asOf", "(23 Nov 2026)");
    }

    @Test
    void aFileNamedButMissingIsRefused() {
        assertRefused(sound().naming("gone.drl"), "gone.drl", "missing");
        assertRefused(sound().naming("lists/gone.csv"), "lists/gone.csv", "missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.drl", "figures.csv", "lists/other.csv"})
    void aFilePresentButNotNamedIsRefused(String file) {
        assertRefused(sound().stray(file, "x"), file, "not named");
    }

    @Test
    void aRuleFileInAFolderBelowIsRefused() {
        assertRefused(sound().stray("more/other.drl", "x"), "more/other.drl", "not named");
    }

    @Test
    void aReadmeAndACaseTableNeedNotBeNamed() {
        assertThat(sound().stray("README.md", "x").stray("r.csv", "x").pack().name())
                .isEqualTo("t");
    }

    @Test
    void aFileNamedTwiceIsRefused() {
        assertRefused(sound().set("files", "r.drl, lists/l.csv, r.drl"), "pack.properties", "(r.drl)", "twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../r.drl", "/etc/passwd", "r.csv", "lists/../../x.csv", "r.DRL", "lists/sub/l.csv", "r"})
    void aFileThatIsNeitherRuleNorListNorFiguresIsRefused(String file) {
        assertRefused(sound().naming(file), "pack.properties", "(" + file + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.drl", "lists/l.csv"})
    void aFileThatIsNotUtf8IsRefused(String file) {
        String text = file.endsWith("drl") ? drl("t.r", "", CHINA, "findings.prohibit( \"\u00e9\" );") : "\u00e9";
        assertRefused(sound().bytes(file, text.getBytes(StandardCharsets.ISO_8859_1)), file, "not UTF-8");
    }

    @Test
    void aListIsRefusedAtItsRow() {
        String header = "country,since,until,cite\nGB,2024-01-01,,c\n";
        listRefused(header + "CN,2024-01-01,c\n", "lists/l.csv:3", "(3)", "(4)");
        listRefused(header + "CN,2024-01-01,,c,d,e\n", "lists/l.csv:3", "(6)", "(4)");
        listRefused(header + "cn,2024-01-01,,c\n", "lists/l.csv:3", "(cn)");
        listRefused(header + "China,2024-01-01,,c\n", "lists/l.csv:3", "(China)");
        listRefused(header + "CN,1 Jan 2024,,c\n", "lists/l.csv:3", "since", "(1 Jan 2024)");
        listRefused(header + "CN,,,c\n", "lists/l.csv:3", "since", "()");
        listRefused(header + "CN,2024-01-01,never,c\n", "lists/l.csv:3", "until", "(never)");
        listRefused(header + "CN,2024-01-01,2024-01-01,c\n", "lists/l.csv:3", "(2024-01-01 to 2024-01-01)");
        listRefused(header + "CN,2024-01-01,2023-01-01,c\n", "lists/l.csv:3", "(2024-01-01 to 2023-01-01)");
        listRefused(header + "CN,2024-01-01,,\n", "lists/l.csv:3", "cite", "()");
        listRefused(header + "CN,2024-01-01,, \n", "lists/l.csv:3", "cite", "()");
        listRefused(header + ",2024-01-01,,c\n", "lists/l.csv:3", "country", "()");
    }

    @Test
    void theLineOfARowIsTheFilesLineThoughATextHasLineBreaks() {
        listRefused(
                "country,since,until,cite\nGB,2024-01-01,,\"a\nb\nc\"\n\ncn,2024-01-01,,c\n", "lists/l.csv:6", "(cn)");
    }

    @Test
    void overlappingRowsAreRefused() {
        String header = "country,since,until,cite\nCN,2024-01-01,2025-01-01,c\n";
        listRefused(header + "CN,2024-12-31,,c\n", "lists/l.csv:3", "(CN)", "(t.l)", "twice");
        listRefused(header + "CN,2020-01-01,2024-01-02,c\n", "lists/l.csv:3", "(CN)", "twice");
        assertThat(sound().file("lists/l.csv", header + "CN,2025-01-01,,c\nCN,2023-01-01,2024-01-01,c\n")
                        .pack()
                        .lists())
                .containsExactly("t.l");
    }

    @Test
    void aHeaderIsRefusedAtTheFirstLine() {
        listRefused("country,since,until,cite,colour\n", "lists/l.csv:1", "(colour)", "note");
        listRefused("country,since,since,until,cite\n", "lists/l.csv:1", "twice");
        listRefused("place,since,until,cite\n", "lists/l.csv:1", "[place, since, until, cite]");
        listRefused("country,since,until\n", "lists/l.csv:1", "(cite)");
        listRefused("country,party,since,until,cite\n", "lists/l.csv:1", "(party)");
    }

    @Test
    void anEmptyTableIsRefused() {
        listRefused("", "lists/l.csv", "empty");
        listRefused("\n\n", "lists/l.csv", "empty");
    }

    @Test
    void aListWithoutRowsIsAListOfNone() {
        assertThat(sound().file("lists/l.csv", "country,since,until,cite\n")
                        .licet()
                        .packs())
                .hasSize(1);
    }

    @Test
    void aQuoteThatIsNotClosedIsRefused() {
        listRefused("country,since,until,cite\nCN,2024-01-01,,\"c\nGB,2024-01-01,,c\n", "lists/l.csv", "(");
    }

    @Test
    void aBlankNameOfAListIsRefused() {
        listRefused("list,country,since,until,cite\nl,CN,2024-01-01,,c\n,GB,2024-01-01,,c\n", "lists/l.csv:3", "list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DNR", "ua-DNR", "QQ-1", "UA"})
    void aRegionThatNoTransferCanNameIsRefused(String region) {
        assertRefused(
                sound().file("lists/r.csv", "region,since,until,cite\n" + region + ",2024-01-01,,c\n"),
                "lists/r.csv:2",
                "(" + region.replaceAll("-.*", ""));
    }

    @Test
    void aPartyWithoutALetterIsRefused() {
        assertRefused(
                sound().file("lists/p.csv", "party,since,until,cite\n***,2024-01-01,,c\n"), "lists/p.csv:2", "(***)");
    }

    @Test
    void figuresAreRefusedAtTheirRow() {
        String header = "figure,value,since,until,cite\na,1,2024-01-01,,c\n";
        figuresRefused(header + "b,many,2024-01-01,,c\n", "figures.csv:3", "(many)");
        figuresRefused(header + "b,\"10,000\",2024-01-01,,c\n", "figures.csv:3", "(10,000)");
        figuresRefused(header + "b,,2024-01-01,,c\n", "figures.csv:3", "()");
        figuresRefused(header + ",1,2024-01-01,,c\n", "figures.csv:3", "figure", "()");
        figuresRefused(header + "b,1,2024,,c\n", "figures.csv:3", "(2024)");
        figuresRefused(header + "b,1,2024-01-01,,\n", "figures.csv:3", "cite");
        figuresRefused(header + "a,2,2025-01-01,,c\n", "figures.csv:3", "(t.a)", "two values");
        figuresRefused("figure,since,until,cite\n", "figures.csv:1", "(value)");
        figuresRefused("figure,value,since,until,cite,unit\n", "figures.csv:1", "(unit)");
        figuresRefused("", "figures.csv", "empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-1", "0x1p3", "5d"})
    void aFigureThatIsNoCountIsRefused(String value) {
        figuresRefused(
                "figure,value,since,until,cite\na," + value + ",2024-01-01,,c\n", "figures.csv:2", "(" + value + ")");
    }

    @Test
    void anUnknownListIsRefused() {
        assertRefused(
                sound().rule("q", "Destination( on(\"t.l\"),\n        !on(\"t.typo\") )", PROHIBIT),
                "q.drl:14",
                "(t.typo)",
                "[t.l]");
    }

    @Test
    void aListOfAnotherSubjectIsRefused() {
        assertRefused(sound().rule("q", "Recipient( on(\"t.l\") )", PROHIBIT), "q.drl:13", "(t.l)", "PARTY");
        assertRefused(sound().rule("q", "Region( on(\"t.l\") )", PROHIBIT), "q.drl:13", "(t.l)", "REGION");
        assertRefused(
                sound().parties("p", "Bad").rule("q", "Destination( on(\"t.p\") )", PROHIBIT),
                "q.drl:13",
                "(t.p)",
                "[t.l]");
    }

    @Test
    void anUnknownFigureIsRefused() {
        assertRefused(
                sound().figure("large", 1e26).rule("q", "Training( reaches(\"t.lrage\") )", PROHIBIT),
                "q.drl:13",
                "(t.lrage)",
                "[t.large]");
    }

    @ParameterizedTest
    @CsvSource({
        "'a,1,2024-01-02,,c', 2024-01-01",
        "'a,1,2020-01-01,2026-01-01,c', 2026-01-01",
        "'a,1,2020-01-01,2025-01-01,c\na,1,2025-01-02,,c', 2025-01-01"
    })
    void aFigureWithoutAValueOnADayOfTheRuleIsRefused(String rows, String day) {
        assertRefused(
                sound().file("figures.csv", "figure,value,since,until,cite\n" + rows + "\n")
                        .rule("q", "Training( reaches(\"t.a\") )", PROHIBIT),
                "q.drl:13",
                "(t.a)",
                day);
    }

    @Test
    void aFigureNeedsNoValueOutsideTheRulesWindow() {
        assertThat(sound().file("figures.csv", "figure,value,since,until,cite\na,1,2024-01-01,2025-01-01,c\n")
                        .rule("q", "@until( \"2025-01-01\" )", "Training( reaches(\"t.a\") )", PROHIBIT)
                        .licet()
                        .packs())
                .hasSize(1);
    }

    @Test
    void aLiftOfAnUnknownRuleIsRefused() {
        assertThatThrownBy(sound().rule("q", CHINA, "findings.except( \"t.none\", \"x\" );")::licet)
                .isInstanceOf(RulePackException.class)
                .hasMessageMatching("(?s).*q\\.drl:1[45]: .*\\(t\\.none\\).*\nMaybe .*\\[t\\.q, t\\.r\\].*");
    }

    @Test
    void aRuleThatLiftsItselfIsRefused() {
        assertThatThrownBy(sound().rule("q", CHINA, "findings.except( \"t.q\", \"x\" );")::licet)
                .isInstanceOf(RulePackException.class)
                .hasMessageMatching("(?s).*q\\.drl:1[45]: .*\\(t\\.q\\).*\nMaybe .*");
    }

    @Test
    void aPackMayLiftARuleOfAnother() {
        RulePack other = PackFiles.in(temp, "u")
                .rule("x", "Artifact( kind == TransferKind.API )", "findings.except( \"t.r\", \"x\" );")
                .pack();
        assertThat(Licet.of(List.of(sound().pack(), other)).packs()).hasSize(2);
        assertThatThrownBy(() -> Licet.of(List.of(other))).hasMessageContaining("(t.r)");
    }

    @Test
    void oneRuleIdInTwoPacksIsRefused() {
        RulePack one = sound().pack();
        RulePack two = PackFiles.in(temp, "u")
                .set("namespace", "t")
                .rule("r", "Artifact( kind == TransferKind.API )", PROHIBIT)
                .pack();
        assertRefused(
                () -> Licet.of(List.of(one, two)),
                temp.resolve("u").resolve("r.drl") + ":1",
                "(t.r)",
                temp.resolve("t").resolve("r.drl").toString());
        assertRefused(() -> Licet.of(List.of(one, one)), temp.resolve("t").resolve("r.drl") + ":1", "(t.r)");
    }

    @Test
    void oneListInTwoPlacesIsRefused() {
        RulePack one = sound().pack();
        RulePack two = PackFiles.in(temp, "u")
                .set("namespace", "t")
                .countries("l", "CN")
                .pack();
        assertRefused(
                () -> Licet.of(List.of(one, two)),
                temp.resolve("u").resolve("lists/l.csv").toString(),
                "(t.l)");
        assertRefused(
                sound().file("lists/m.csv", "list,country,since,until,cite\nl,CN,2024-01-01,,c\n"),
                "lists/m.csv",
                "(t.l)");
    }

    @Test
    void oneFigureInTwoPacksIsRefused() {
        RulePack one = sound().figure("a", 1).pack();
        RulePack two =
                PackFiles.in(temp, "u").set("namespace", "t").figure("a", 1).pack();
        assertRefused(
                () -> Licet.of(List.of(one, two)),
                temp.resolve("u").resolve("figures.csv").toString(),
                "(t.a)");
    }

    @Test
    void noPackAtAllIsRefused() {
        assertRefused(() -> Licet.of(List.of()), "packs", "(0)");
    }

    @Test
    void aRuleThatDoesNotCompileIsRefusedWithItsFile() {
        assertRefused(sound().rule("q", "Destination( $a : country, $a : country )", PROHIBIT), "q.drl:13", "$a");
    }

    @Test
    void aRuleWithoutTheVerbsIsRefusedWithItsFile() {
        assertThatThrownBy(sound().file("r.drl", drl("t.r", "", CHINA, PROHIBIT).replaceFirst("global.*", ""))::licet)
                .isInstanceOf(RulePackException.class)
                .hasMessageMatching("(?s).*r\\.drl:\\d+: .*\\(.*findings.*\\)\nMaybe .*");
    }

    @Test
    void lineEndingsAndAByteOrderMarkChangeNothing() {
        String rule = drl("t.r", "", CHINA, PROHIBIT);
        String list = "country,since,until,cite\nCN,2024-01-01,,c\n";
        RulePack unix = PackFiles.in(temp.resolve("unix"))
                .file("r.drl", rule)
                .file("lists/l.csv", list)
                .pack();
        RulePack windows = PackFiles.in(temp.resolve("windows"))
                .file("r.drl", rule.replace("\n", "\r\n"))
                .file("lists/l.csv", list.replace("\n", "\r\n"))
                .pack();
        RulePack marked = PackFiles.in(temp.resolve("marked"))
                .file("r.drl", "\uFEFF" + rule)
                .file("lists/l.csv", "\uFEFF" + list)
                .pack();
        assertThat(windows.digest()).isEqualTo(unix.digest());
        assertThat(marked.digest()).isEqualTo(unix.digest());
        for (RulePack each : List.of(unix, windows, marked)) {
            assertThat(Licet.of(List.of(each)).decide(model(), toChina()).outcome())
                    .isEqualTo(Outcome.PROHIBITED);
        }
    }

    @Test
    void theDigestTurnsWithTheContentAlone() throws IOException {
        String digest = sound().pack().digest();
        assertThat(sound().pack().digest()).isEqualTo(digest);
        assertThat(sound().stray("README.md", "x").pack().digest()).isEqualTo(digest);
        Files.delete(temp.resolve("t").resolve("README.md"));
        assertThat(sound().set("version", "2").pack().digest()).isNotEqualTo(digest);
        assertThat(sound().countries("l", "CN", "GB").pack().digest()).isNotEqualTo(digest);
        assertThat(sound().rule("r", CHINA, PackFiles.FLAG).pack().digest()).isNotEqualTo(digest);
    }

    @Test
    void aPackOfListsAloneCanBeAsked() {
        Decision decision = PackFiles.in(temp).countries("l", "CN").licet().decide(model(), toChina());
        assertThat(decision.findings()).isEmpty();
    }

    private PackFiles sound() {
        return PackFiles.in(temp).rule("r", CHINA, PROHIBIT).countries("l", "CN");
    }

    private void listRefused(String text, String where, String... words) {
        assertRefused(sound().file("lists/l.csv", text), where, words);
    }

    private void figuresRefused(String text, String where, String... words) {
        assertRefused(sound().file("figures.csv", text), where, words);
    }

    private static Model model() {
        return Model.named("m").developer("d", "US").closed().build();
    }

    private static Transfer toChina() {
        return Transfer.of(TransferKind.WEIGHTS).to("CN").on(LocalDate.of(2026, 11, 23));
    }
}
