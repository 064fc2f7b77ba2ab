package dev.licet.pack;

import dev.licet.facts.ReviewPolicy;
import dev.licet.facts.TransferKind;
import dev.licet.law.Effect;
import dev.licet.law.EngineVersion;
import dev.licet.law.Layer;
import dev.licet.law.ListRow;
import dev.licet.law.Rule;
import dev.licet.law.Status;
import dev.licet.names.Alias;
import dev.licet.names.NameType;
import dev.licet.vocabulary.Condition;
import dev.licet.vocabulary.Expr;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.FactType.Member;
import dev.licet.vocabulary.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pack as the build has read it, so that a service that starts parses and compiles nothing of it. It stands beside
 * the pack in its jar and counts only for the very texts of which it was made, and for the version of Licet that made it.
 */
public record Prebuilt(
        List<RuleFile> files,
        List<NamedList> lists,
        List<Figure> figures,
        List<Coverage> coverage,
        List<Alias> aliases) {
    /** The file in the folder of the pack. */
    public static final String FILE = "prebuilt";

    private static final Logger LOG = LoggerFactory.getLogger(Prebuilt.class);
    private static final String FORMAT = "prebuilt 5 by " + EngineVersion.NAME;

    /** A pack as it is written beside it. */
    public static byte[] bytes(PackContents pack) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        new Writer(out).pack(pack);
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    private static long checksum(byte[] bytes, int length) {
        var checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }

    /**
     * What was prebuilt of a pack; empty if that is nothing, or cannot be used.
     *
     * @param digest the digest of the pack as it is
     * @param texts the texts of its files, by name
     */
    static Optional<Prebuilt> read(Packs.Source source, String digest, Map<String, String> texts) {
        return source.prebuilt().flatMap(bytes -> {
            try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                var prebuilt = new Reader(in, source, texts).pack(digest);
                int length = bytes.length - Long.BYTES;
                if (in.available() != Long.BYTES || in.readLong() != checksum(bytes, length)) {
                    throw new IOException("it is not as it was written");
                }
                return Optional.of(prebuilt);
            } catch (IOException | RuntimeException unfit) {
                LOG.debug("What was prebuilt of the pack {} is not used", source.name(), unfit);
                return Optional.empty();
            }
        });
    }

    private interface Each<T> {
        void write(T item) throws IOException;
    }

    private interface Next<T> {
        T read() throws IOException;
    }

    private record Writer(DataOutputStream out) {

        void pack(PackContents pack) throws IOException {
            out.writeUTF(FORMAT);
            out.writeUTF(pack.digest());
            all(pack.files(), this::file);
            all(pack.lists(), list -> {
                out.writeUTF(list.name());
                out.writeUTF(list.subject().name());
                out.writeUTF(pack.fileAt(list.path()));
                all(list.rows(), row -> {
                    out.writeUTF(row.key());
                    window(row.since(), row.until());
                    out.writeUTF(row.cite());
                });
            });
            all(pack.figures(), figure -> {
                out.writeUTF(figure.name());
                out.writeDouble(figure.value());
                window(figure.since(), figure.until());
                out.writeUTF(figure.cite());
                out.writeUTF(pack.fileAt(figure.path()));
            });
            all(pack.coverage(), this::coverage);
            all(pack.aliases(), alias -> {
                out.writeUTF(alias.type().name());
                out.writeUTF(alias.canonical());
                out.writeUTF(alias.alias());
                window(alias.since(), alias.until());
                out.writeUTF(alias.source());
            });
        }

        private <T> void all(List<T> items, Each<T> each) throws IOException {
            out.writeInt(items.size());
            for (T item : items) {
                each.write(item);
            }
        }

        private void window(LocalDate since, Optional<LocalDate> until) throws IOException {
            out.writeLong(since.toEpochDay());
            out.writeLong(until.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
        }

        private void coverage(Coverage row) throws IOException {
            out.writeUTF(row.layer().name());
            out.writeUTF(row.holder());
            all(row.list().stream().toList(), list -> out.writeUTF(list.name()));
            all(List.copyOf(row.kinds()), kind -> out.writeUTF(kind.name()));
            out.writeBoolean(row.whole());
            all(row.with().stream().sorted().toList(), out::writeUTF);
            window(row.since(), row.until());
            all(row.checked().stream().toList(), day -> out.writeLong(day.toEpochDay()));
            all(row.goodFor().stream().toList(), out::writeInt);
            out.writeUTF(row.note());
        }

        private void file(RuleFile file) throws IOException {
            Rule rule = file.rule();
            out.writeUTF(rule.id());
            out.writeUTF(rule.pack());
            out.writeUTF(rule.title());
            out.writeUTF(rule.layer().name());
            out.writeUTF(rule.cite());
            out.writeUTF(rule.source().toString());
            window(rule.since(), rule.until());
            all(rule.statuses(), status -> {
                out.writeUTF(status.status().name());
                window(status.since(), status.until());
                out.writeUTF(status.source());
            });
            out.writeUTF(rule.confidence());
            all(rule.defines(), out::writeUTF);
            all(file.conditions(), this::condition);
            all(file.verbs(), this::verb);
        }

        private void condition(Condition condition) throws IOException {
            out.writeUTF(condition.type().name());
            all(condition.constraints(), this::expr);
            all(List.copyOf(new TreeMap<>(condition.variables()).entrySet()), variable -> {
                out.writeUTF(variable.getKey());
                out.writeUTF(variable.getValue().name());
            });
        }

        private void expr(Expr expr) throws IOException {
            out.writeUTF(expr.getClass().getSimpleName());
            if (expr instanceof Expr.And and) {
                all(and.all(), this::expr);
            } else if (expr instanceof Expr.Or or) {
                all(or.some(), this::expr);
            } else if (expr instanceof Expr.Not not) {
                expr(not.negated());
            } else if (expr instanceof Expr.Test test) {
                out.writeUTF(test.member().name());
                out.writeUTF(test.comparison().name());
                all(test.arguments(), out::writeUTF);
                out.writeInt(test.line());
            }
        }

        private void verb(Verb verb) throws IOException {
            out.writeUTF(verb.getClass().getSimpleName());
            if (verb instanceof Verb.Find find) {
                out.writeUTF(find.effect().name());
                out.writeUTF(find.policy().name());
                words(find.because());
                words(find.obligation());
            } else if (verb instanceof Verb.Except exception) {
                out.writeUTF(exception.rule());
                words(exception.because());
                words(exception.obligation());
                out.writeInt(exception.line());
            } else if (verb instanceof Verb.Define define) {
                out.writeUTF(define.term());
            }
        }

        private void words(Verb.Words words) throws IOException {
            all(words.words(), word -> {
                out.writeUTF(word.text());
                out.writeBoolean(word.variable());
            });
        }
    }

    private record Reader(DataInputStream in, Packs.Source source, Map<String, String> texts) {

        Prebuilt pack(String digest) throws IOException {
            expect(FORMAT);
            expect(digest);
            List<RuleFile> files = all(this::file);
            List<NamedList> lists = all(this::list);
            return new Prebuilt(files, lists, all(this::figure), all(() -> coverage(lists)), all(this::alias));
        }

        private void expect(String expected) throws IOException {
            String found = in.readUTF();
            if (!found.equals(expected)) {
                throw new IOException("(%s) stands where (%s) is expected".formatted(found, expected));
            }
        }

        private <T> List<T> all(Next<T> next) throws IOException {
            int size = in.readInt();
            var items = new ArrayList<T>();
            for (int i = 0; i < size; i++) {
                items.add(next.read());
            }
            return items;
        }

        private LocalDate day() throws IOException {
            return LocalDate.ofEpochDay(in.readLong());
        }

        private Optional<LocalDate> end() throws IOException {
            long day = in.readLong();
            return day == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
        }

        private NamedList list() throws IOException {
            return new NamedList(
                    in.readUTF(),
                    Subject.valueOf(in.readUTF()),
                    source.path(in.readUTF()),
                    all(() -> new ListRow(in.readUTF(), day(), end(), in.readUTF())));
        }

        private Alias alias() throws IOException {
            return new Alias(NameType.valueOf(in.readUTF()), in.readUTF(), in.readUTF(), day(), end(), in.readUTF());
        }

        private Figure figure() throws IOException {
            return new Figure(in.readUTF(), in.readDouble(), day(), end(), in.readUTF(), source.path(in.readUTF()));
        }

        private Coverage coverage(List<NamedList> lists) throws IOException {
            return new Coverage(
                    Layer.valueOf(in.readUTF()),
                    in.readUTF(),
                    all(() -> list(lists, in.readUTF())).stream().findFirst(),
                    Set.copyOf(all(() -> TransferKind.valueOf(in.readUTF()))),
                    in.readBoolean(),
                    Set.copyOf(all(in::readUTF)),
                    day(),
                    end(),
                    all(this::day).stream().findFirst(),
                    all(in::readInt).stream().findFirst(),
                    in.readUTF());
        }

        private NamedList list(List<NamedList> lists, String name) throws IOException {
            return lists.stream()
                    .filter(list -> list.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the pack has no list (%s)".formatted(name)));
        }

        private RuleFile file() throws IOException {
            var rule = new Rule(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    Layer.valueOf(in.readUTF()),
                    in.readUTF(),
                    URI.create(in.readUTF()),
                    day(),
                    end(),
                    all(() -> new Rule.StatusWindow(Status.valueOf(in.readUTF()), day(), end(), in.readUTF())),
                    in.readUTF(),
                    all(in::readUTF));
            String file = rule.id().substring(rule.id().indexOf('.') + 1) + ".drl";
            return new RuleFile(rule, source.path(file), text(file), all(this::condition), all(this::verb));
        }

        private String text(String file) throws IOException {
            String text = texts.get(file);
            if (text == null) {
                throw new IOException("the pack has no file (%s)".formatted(file));
            }
            return text;
        }

        private Condition condition() throws IOException {
            FactType type = FactType.valueOf(in.readUTF());
            List<Expr> constraints = all(() -> expr(type));
            var variables = new HashMap<String, Member>();
            for (int i = in.readInt(); i > 0; i--) {
                variables.put(in.readUTF(), member(type));
            }
            return new Condition(type, constraints, variables);
        }

        private Expr expr(FactType type) throws IOException {
            String kind = in.readUTF();
            return switch (kind) {
                case "And" -> new Expr.And(all(() -> expr(type)));
                case "Or" -> new Expr.Or(all(() -> expr(type)));
                case "Not" -> new Expr.Not(expr(type));
                case "Test" ->
                    new Expr.Test(
                            type, member(type), Expr.Comparison.valueOf(in.readUTF()), all(in::readUTF), in.readInt());
                default -> throw new IOException("a condition of the kind (%s) does not exist".formatted(kind));
            };
        }

        private Member member(FactType type) throws IOException {
            return type.member(in.readUTF()).orElseThrow(() -> new IOException("a fact has not this member"));
        }

        private Verb verb() throws IOException {
            String verb = in.readUTF();
            return switch (verb) {
                case "Find" ->
                    new Verb.Find(Effect.valueOf(in.readUTF()), ReviewPolicy.valueOf(in.readUTF()), words(), words());
                case "Except" -> new Verb.Except(in.readUTF(), words(), words(), in.readInt());
                case "Define" -> new Verb.Define(in.readUTF());
                default -> throw new IOException("the verb (%s) does not exist".formatted(verb));
            };
        }

        private Verb.Words words() throws IOException {
            return new Verb.Words(all(() -> new Verb.Word(in.readUTF(), in.readBoolean())));
        }
    }
}
