package dev.licet.answer;

import static dev.licet.PackFiles.FLAG;
import static dev.licet.Refusals.assertWrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.Licet;
import dev.licet.PackFiles;
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
import dev.licet.request.FactValue;
import dev.licet.request.FactValue.Fixed;
import dev.licet.request.Given;
import dev.licet.request.Model;
import dev.licet.request.Party;
import dev.licet.request.Transfer;
import dev.licet.vocabulary.FactType;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** One explanation in every form and every language. */
class FormsTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final List<Locale> LANGUAGES =
            Words.languages().stream().map(Locale::forLanguageTag).toList();
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    /** Names that a form could read as more than a name. */
    private static final List<String> HOSTILE = List.of(
            "*a* _b_ **c** ~~d~~ ~e~",
            "[a](javascript:alert`1`) ![b](http://x.y) <http://a.b> [c][d] [d]: e",
            "<script>alert('1')</script> & &amp; &#42; \"q\" <!-- -->",
            "`a` ``b ` \\` \\* \\\\",
            "a | b |\n| - | - |\n\n# c\n---\n> d\n\n    e\r\n\tf",
            "1. a",
            "12) b",
            "- a",
            "+ a",
            "= a",
            "\u001b[2J \u202E a \u0085b\u2028c\u0000",
            "half \ud800 and \ufffe",
            "\u6a21\u578b \ud83d\udf1a \u00dcn\u00efcode",
            "see http://evil.example, HTTPS://evil.example, www.evil.example, WWW.evil.example, a@evil.example",
            "PERMITTED: yes",
            "{0} ${java.version} $1 %s",
            "$x^2$ :smile: - [ ] task");

    static Stream<Decision> decisions() {
        return ExplanationTest.decisions().map(each -> (Decision) each.get()[1]);
    }

    static Stream<Decision> hostile(Path temp) {
        Licet licet = PackFiles.in(temp, "t")
                .rule("r", "Destination( $to : country )", "findings.flag( \"<b>ask</b> *now* | then\" );")
                .licet();
        return HOSTILE.stream()
                .map(name -> licet.decide(
                        Model.named(name).developer(name, "GB").build(),
                        Transfer.of(TransferKind.API)
                                .to("FR")
                                .recipient(Party.named(name + " b"))
                                .on(DAY)));
    }

    @TempDir
    private Path temp;

    @ParameterizedTest
    @MethodSource("decisions")
    void everyFormSaysTheSameSentences(Decision decision) throws Exception {
        assertSameSentences(decision);
    }

    @Test
    void noNameIsReadAsMarkup() throws Exception {
        for (Decision decision : hostile(temp).toList()) {
            assertSameSentences(decision);
        }
    }

    private static void assertSameSentences(Decision decision) throws Exception {
        for (Locale language : LANGUAGES) {
            List<Passage> passages = flat(Explanation.of(decision, language));
            List<String> sentences = passages.stream()
                    .map(passage -> passage.text().replaceAll(" +", " "))
                    .toList();
            assertThat(sentences).hasSizeGreaterThan(4).doesNotContain("");
            assertThat(unmarked(decision.explain(1_000_000, language), passages))
                    .isEqualTo(sentences);
            assertThat(ofMarkdown(decision.explain(Form.MARKDOWN, language))).isEqualTo(sentences);
            List<String> written = sentences.stream()
                    .map(each -> each.replaceAll("[\\x{D800}-\\x{DFFF}\\x{FFFE}]", "\uFFFD"))
                    .toList();
            assertThat(ofHtml(decision.explain(Form.HTML, language))).isEqualTo(written);
            assertThat(decision.explain(Form.TEXT, language)).isEqualTo(decision.explain(100, language));
            assertThat(decision.explain(Form.JSON, language)).isEqualTo(decision.toJson());
        }
    }

    private static List<Passage> flat(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> Stream.concat(Stream.of(passage), flat(passage.below()).stream()))
                .toList();
    }

    /** The lines of plain text without the marks of lists. */
    private static List<String> unmarked(String text, List<Passage> passages) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        assertThat(lines).hasSameSizeAs(passages);
        var unmarked = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            String mark = switch (passages.get(i).style()) {
                case NUMBERED -> "^\\d+\\. ";
                case BULLET -> "^- ";
                case ANSWER, PARAGRAPH, SECTION, LINE -> "^";
            };
            assertThat(lines.get(i)).containsPattern(mark);
            unmarked.add(lines.get(i).replaceFirst(mark, ""));
        }
        return unmarked;
    }

    /** What a reader of Markdown sees, paragraph by paragraph; fails for any markup that no form writes. */
    private static List<String> ofMarkdown(String markdown) {
        var parser = Parser.builder()
                .extensions(List.of(AutolinkExtension.create(), StrikethroughExtension.create()))
                .build();
        var read = new ArrayList<String>();
        var line = new StringBuilder();
        parser.parse(markdown).accept(new AbstractVisitor() {
            private final Set<Class<?>> expected = Set.of(
                    Heading.class,
                    Paragraph.class,
                    BulletList.class,
                    OrderedList.class,
                    ListItem.class,
                    Text.class,
                    Code.class,
                    Link.class,
                    StrongEmphasis.class);

            @Override
            protected void visitChildren(org.commonmark.node.Node parent) {
                for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                    assertThat(expected).as(markdown).contains(child.getClass());
                    child.accept(this);
                }
            }

            @Override
            public void visit(Heading heading) {
                assertThat(heading.getLevel()).isLessThan(3);
                whole(heading);
            }

            @Override
            public void visit(Paragraph paragraph) {
                whole(paragraph);
            }

            private void whole(org.commonmark.node.Node block) {
                visitChildren(block);
                read.add(line.toString());
                line.setLength(0);
            }

            @Override
            public void visit(Text text) {
                line.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                assertThat(code.getLiteral()).matches("[a-z]\\S*\\.\\S+");
                line.append(code.getLiteral());
            }

            @Override
            public void visit(Link link) {
                int before = line.length();
                visitChildren(link);
                // Some readers make a link of any address in a text. It leads where it says.
                String said = line.substring(before);
                assertThat(link.getDestination()).isIn(said, "http://" + said, "mailto:" + said);
            }

            @Override
            public void visit(StrongEmphasis strong) {
                int before = line.length();
                visitChildren(strong);
                assertThat(Stream.of(Outcome.values()).map(Enum::name)).contains(line.substring(before));
            }
        });
        return read;
    }

    /** What a reader of HTML sees, block by block. */
    private static List<String> ofHtml(String html) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
        var lines = new ArrayList<>(List.of(new StringBuilder()));
        blocks(document.getDocumentElement(), lines);
        return lines.stream()
                .map(line -> line.toString().replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static void blocks(Node parent, List<StringBuilder> lines) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                assertThat(element.getTagName()).isIn("h1", "h2", "p", "div", "ol", "ul", "li", "strong", "code", "a");
                boolean inline = Set.of("strong", "code", "a").contains(element.getTagName());
                if (!inline) {
                    lines.add(new StringBuilder());
                }
                blocks(element, lines);
                if (!inline) {
                    lines.add(new StringBuilder());
                }
            } else {
                lines.get(lines.size() - 1).append(child.getNodeValue());
            }
        }
    }

    @Test
    void every_form_writes_a_name_as_it_is() {
        Licet licet = PackFiles.in(temp, "t")
                .rule("r", "Destination( $to : country )", FLAG)
                .licet();
        Decision decision = licet.decide(
                Model.named("*A* <b>|`c`").build(),
                Transfer.of(TransferKind.API).to("FR").on(DAY));

        assertThat(decision.explain()).contains("\n*A* <b>|`c`, access by API, to FR, on 2026-11-23.\n");
        assertThat(decision.explain(Form.MARKDOWN, Locale.ENGLISH)).contains("\n\\*A\\* \\<b\\>\\|\\`c\\`, access");
        assertThat(decision.explain(Form.HTML, Locale.ENGLISH)).contains("<p>*A* &lt;b&gt;|`c`, access");
    }

    @Test
    void html_names_its_language_and_its_headings() throws Exception {
        Decision decision = decisions().toList().get(2);
        for (Locale language : LANGUAGES) {
            String html = decision.explain(Form.HTML, language);
            Element article = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html)))
                    .getDocumentElement();
            assertThat(article.getTagName()).isEqualTo("article");
            assertThat(article.getAttribute("lang")).isEqualTo(language.getLanguage());
            assertThat(article.getElementsByTagName("h1").getLength()).isOne();
            assertThat(article.getElementsByTagName("h2").getLength()).isEqualTo(4);
        }
    }

    @Test
    void theCallerChoosesTheLanguageAndTheMachineNever() {
        Decision decision = decisions().toList().get(1);
        String english = decision.explain();
        String german = decision.explain(100, Locale.GERMAN);
        assertThat(english).contains("\nAssuming that\n").contains("the model is not offered to the public");
        assertThat(german)
                .startsWith("CONDITIONAL: erlaubt, wenn die Annahmen unten zutreffen.\n")
                .contains("\nAngenommen wird\n", "der Öffentlichkeit");
        Locale home = Locale.getDefault();
        try {
            for (String other : List.of("de-DE", "en-US", "tr-TR", "fr-FR", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(other));
                assertThat(decision.explain()).isEqualTo(english);
                assertThat(decision.explain(Form.TEXT, Locale.UK)).isEqualTo(english);
                assertThat(decision.explain(Form.TEXT, Locale.forLanguageTag("de-AT")))
                        .isEqualTo(german);
                assertWrong(() -> decision.explain(Form.TEXT, Locale.FRENCH), "(fr)", "[de, en]");
            }
        } finally {
            Locale.setDefault(home);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "und", "nds", "deu", "tlh-DE"})
    void aLanguageWithoutWordsIsRefusedInEveryForm(String language) {
        Decision decision = decisions().findFirst().orElseThrow();
        for (Form form : Form.values()) {
            assertWrong(
                    () -> decision.explain(form, Locale.forLanguageTag(language)),
                    "(" + language + ")",
                    "Maybe one of [de, en]");
        }
        assertWrong(() -> decision.explain(80, Locale.forLanguageTag(language)), "[de, en]");
    }

    @Test
    void everyLanguageHasTheKeysAndTheGapsOfEnglish() {
        Map<String, String> english = Words.in(Locale.ENGLISH).all();
        for (Locale language : LANGUAGES) {
            Map<String, String> words = Words.in(language).all();
            assertThat(words.keySet()).isEqualTo(english.keySet());
            words.forEach((key, sentence) -> {
                assertThat(sentence).as(key).isNotBlank().isEqualTo(sentence.strip());
                assertThat(gaps(sentence)).as(language + " " + key).isEqualTo(gaps(english.get(key)));
            });
        }
    }

    private static Set<String> gaps(String sentence) {
        return GAP.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void germanIsNotEnglish() {
        Set<String> shared = Set.of("TransferKind.SOFTWARE", "TransferKind.HARDWARE", "RedFlag.PROXY");
        Map<String, String> english = Words.in(Locale.ENGLISH).all();
        Words.in(Locale.GERMAN).all().forEach((key, word) -> {
            boolean hasLetters = GAP.matcher(word).replaceAll("").chars().anyMatch(Character::isLetter);
            if (hasLetters && !shared.contains(key)) {
                assertThat(word.toLowerCase(Locale.ROOT)).as(key).isNotEqualTo(english.get(key));
            }
        });
    }

    static Stream<Enum<?>> constants() {
        return Stream.<Enum<?>[]>of(
                        Effect.values(),
                        Stance.values(),
                        Layer.values(),
                        Status.values(),
                        ReviewPolicy.values(),
                        FactType.values(),
                        TransferKind.values(),
                        Release.values(),
                        EndUse.values(),
                        RecipientType.values(),
                        RedFlag.values())
                .flatMap(Arrays::stream);
    }

    @Test
    void everyConstantThatIsShownHasWords() {
        for (Locale language : LANGUAGES) {
            Words words = Words.in(language);
            assertThat(constants())
                    .allSatisfy(constant -> assertThat(words.of(constant)).isNotBlank());
            assertThat(Outcome.values())
                    .allSatisfy(outcome ->
                            assertThat(words.of("meaning." + outcome)).isNotBlank());
        }
        // What rules ask of a fact by constants is among them.
        assertThat(Stream.of(FactType.values())
                        .flatMap(type -> type.members().stream())
                        .flatMap(member -> member.arguments().stream())
                        .flatMap(argument -> argument.constants().stream())
                        .<Object>flatMap(type -> Stream.of(type.getEnumConstants())))
                .isSubsetOf(constants().<Object>map(each -> each).toList());
    }

    @Test
    void noValueIsLeftInEnglish() {
        Licet licet = all();
        var seen = new HashSet<FactValue>();
        List<Model> models = List.of(
                Model.named("none").developer("yes", "GB").build(),
                Model.named("m").developer("no", "US").open().geoGate("CN").build(),
                Model.named("m")
                        .release(Release.HOSTED)
                        .trainingCompute(1e25, 2e26)
                        .build());
        List<Transfer.Builder> transfers = List.of(
                Transfer.of(TransferKind.WEIGHTS).to("UA"),
                Transfer.of(Given.unknown()),
                Transfer.of(TransferKind.API).to("FR"));
        for (Model model : models) {
            for (Transfer.Builder transfer : transfers) {
                for (Licet one : List.of(licet, licet.strict())) {
                    values(one.decide(model, transfer.on(DAY))).forEach(seen::add);
                }
            }
        }
        assertThat(seen)
                .as("the test meets the values there are")
                .contains(
                        Fixed.TRUE,
                        Fixed.FALSE,
                        Fixed.NONE,
                        Fixed.OTHER,
                        new FactValue.CountryOn(List.of()),
                        new FactValue.SeveralCountries(Optional.empty()),
                        Fixed.NOT_LISTED,
                        Fixed.UNLISTED_REGION,
                        Fixed.UNNAMED_ENTRY,
                        Fixed.NOTHING_ASKED,
                        Fixed.UNLISTED_LICENSE,
                        Fixed.WHATEVER,
                        new FactValue.Holds("includes", List.of("t.p")),
                        new FactValue.Holds("heldBy", List.of("t.p", "t.half")),
                        new FactValue.Holds("seatedIn", List.of("t.a", "t.half")),
                        new FactValue.Holds("seatedOutside", List.of("t.a", "t.half")));
        var german = new Values(Words.in(Locale.GERMAN));
        var english = new Values(Words.in(Locale.ENGLISH));
        seen.forEach(value -> {
            if (value instanceof FactValue.Names) {
                assertThat(german.write(value)).isEqualTo(english.write(value)).isEqualTo(value.toString());
            } else if (!value.equals(new FactValue.Constants(List.of(RedFlag.PROXY)))) {
                assertThat(german.write(value))
                        .isNotEqualTo(english.write(value))
                        .doesNotContainPattern("\\b(or|more|than|other|that|lists|country|of)\\b");
            }
        });
    }

    private static Stream<FactValue> values(Decision decision) {
        return Stream.of(
                        decision.findings().stream()
                                .flatMap(finding -> finding.facts().stream())
                                .map(Finding.FactUsed::value),
                        decision.assumptions().stream()
                                .flatMap(assumption ->
                                        Stream.concat(Stream.of(assumption.assumed()), assumption.noneOf().stream())),
                        decision.questions().stream()
                                .flatMap(question -> question.answers().stream())
                                .flatMap(answer -> Stream.concat(answer.values().stream(), answer.members().stream())))
                .flatMap(Function.identity());
    }

    /** A pack that asks something of every fact. */
    private Licet all() {
        List<String> patterns = List.of(
                "Artifact( kind == TransferKind.WEIGHTS )",
                "Publication( gated )",
                "Origin( on(\"t.a\") )",
                "Training( reaches(\"t.large\") )",
                "Training( reachesWithSynthetic(\"t.large\", \"t.small\") )",
                "Modalities( includes(\"video\") )",
                "Exporter( includes(\"CN\") )",
                "Destination( on(\"t.a\") )",
                "Region( on(\"t.r\") )",
                "Residence( on(\"t.a\") )",
                "Headquarters( is(\"CN\") )",
                "UltimateParent( on(\"t.a\") )",
                "Recipient( on(\"t.p\") )",
                "Body( type == RecipientType.MILITARY )",
                "Intermediary( on(\"t.p\") )",
                "Intermediary( basedIn(\"t.a\") )",
                "Intermediary( basedOutside(\"t.a\") )",
                "Intermediary( headquarteredIn(\"t.a\") )",
                "Intermediary( ofType(RecipientType.MILITARY) )",
                "Intermediary( usersExceed(\"t.users\") )",
                "Intermediary( ownedBy(\"t.p\") )",
                "Intermediary( heldBy(\"t.p\", \"t.half\") )",
                "Intermediary( seatedOutside(\"t.a\", \"t.half\") )",
                "ExporterParty( on(\"t.p\") )",
                "Purpose( endUse == EndUse.MILITARY )",
                "PublicOffer( offered )",
                "RedFlags( includes(RedFlag.PROXY) )",
                "Provider( on(\"t.p\") )",
                "ModelName( beginsWith(\"none\") )",
                "Licenses( unlisted )",
                "TeacherLicenses( on(\"t.l\") )",
                "Derivation( within(\"t.large\", \"t.half\") )",
                "Ancestry( derived || unpublishedFrom(\"US\") )",
                "Ownership( heldBy(\"t.p\", \"t.half\") )",
                "Ownership( includes(\"t.p\") )",
                "Ownership( seatedIn(\"t.a\", \"t.half\") )",
                "Ownership( seatedOutside(\"t.a\", \"t.half\") )",
                "Nationality( on(\"t.a\") )",
                "Classification( is(\"3A090\") )",
                "Users( exceed(\"t.users\") )",
                "Commerce( !commercial )",
                "GeoGate( refuses )");
        PackFiles files = PackFiles.in(temp, "t")
                .countries("a", "CN", "RU")
                .parties("p", "Bad Co")
                .regions("r", "UA-DNR")
                .file("lists/l.csv", "license,since,until,cite\nllama4,2024-01-01,,c\n")
                .figure("large", 1e26)
                .figure("small", 1e23)
                .figure("users", 1e6)
                .figure("half", 50);
        for (int i = 0; i < patterns.size(); i++) {
            files.rule("r" + i, patterns.get(i), "findings.prohibit( \"x\" );");
        }
        files.rule("whatever", "Destination( $to : country )", PackFiles.IMPOSE);
        return files.licet();
    }

    private static FactValue band(double from, double to) {
        return new FactValue.Band(from, to, false);
    }

    private static FactValue holds(String question, String... about) {
        return new FactValue.Holds(question, List.of(about));
    }

    @Test
    void numbersThatTouchAreOneAndOwnersThatDifferInAListAlone() {
        var values = new Values(Words.in(Locale.ENGLISH));

        assertThat(values.several(List.of(band(1e23, 1e25), band(1e25, 1e26), band(0, 1e23))))
                .containsExactly("fewer than 1e26");
        assertThat(values.several(List.of(band(1e26, ENDLESS), band(0, 1e23))))
                .containsExactly("fewer than 1e23", "1e26 or more");
        assertThat(values.several(List.of(band(1e25, 1e26), band(1e26, ENDLESS))))
                .containsExactly("1e25 or more");
        assertThat(values.several(List.of(band(0, 1e26), band(1e26, ENDLESS)))).containsExactly("any number");
        assertThat(values.several(List.of(
                        holds("heldBy", "a.x", "a.half"),
                        holds("heldBy", "a.y", "a.half"),
                        holds("heldBy", "a.y", "a.all"),
                        holds("includes", "a.x"),
                        holds("includes", "a.y"))))
                .containsExactly(
                        "held by parties on a.x or a.y to a.half or more",
                        "held by parties on a.y to a.all or more",
                        "an owner on a.x or a.y");
        assertThat(values.several(List.of(
                        FactValue.name("CN"),
                        new FactValue.SeveralCountries(Optional.empty()),
                        new FactValue.SeveralCountries(Optional.of("GB")))))
                .containsExactly("CN", "several countries at once");
        assertThat(values.either(List.of("a", "b", "c"))).isEqualTo("a, b or c");
        assertThat(values.either(List.of("a, b", "c"))).isEqualTo("a, b; or c");
    }

    @Test
    void an_exception_by_attestation_names_the_attestation() {
        Licet licet = PackFiles.in(temp, "t")
                .rule("r", "Destination( $to : country )", "findings.prohibit( \"x\" );")
                .rule("lab", "Attestations( includes(\"lab\") )", "findings.except( \"t.r\", \"x\" );")
                .licet();
        Decision decision = licet.decide(
                Model.named("m").build(), Transfer.of(TransferKind.API).to("FR").on(DAY));

        assertThat(decision.explain()).contains("[t.lab] would apply if lab were attested\n");
        assertThat(decision.explain(100, Locale.GERMAN)).contains("[t.lab] würde greifen, wenn lab bescheinigt wäre\n");
    }
}
