package dev.licet;

import dev.licet.law.ListRow;
import dev.licet.law.Rule;
import dev.licet.law.RulePackException;
import dev.licet.pack.NamedList;
import dev.licet.pack.PackContents;
import dev.licet.pack.RuleFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A folder of rules, lists and figures that belong together, read and checked. Immutable; nothing of it has been compiled until
 * a {@link Licet} is made of it.
 */
public final class RulePack {

    private final PackContents contents;

    private RulePack(PackContents contents) {
        this.contents = contents;
    }

    /**
     * Reads a pack from a folder that holds a {@code pack.properties}.
     *
     * @param folder the folder; its name is the pack's name
     * @return the pack
     * @throws RulePackException if the folder or anything in it is not sound
     */
    public static RulePack folder(Path folder) {
        return new RulePack(PackContents.folder(folder));
    }

    /**
     * Reads all packs below a folder: the folder itself if it holds a {@code pack.properties}, else each folder in it.
     *
     * @param folder the folder
     * @return the packs, by name
     * @throws RulePackException if there is none, or one is not sound
     */
    public static List<RulePack> folders(Path folder) {
        return PackContents.folders(folder).stream().map(RulePack::new).toList();
    }

    /**
     * Reads a pack from the class path.
     *
     * @param name the pack's name, such as {@code guardrails}
     * @return the pack
     * @throws RulePackException if there is no such pack, or it is not sound
     */
    public static RulePack bundled(String name) {
        return new RulePack(PackContents.bundled(name));
    }

    /**
     * Reads all packs on the class path.
     *
     * @return the packs, by name; none if no jar brings any
     * @throws RulePackException if one is not sound
     */
    public static List<RulePack> bundled() {
        return PackContents.bundled().stream().map(RulePack::new).toList();
    }

    /**
     * The name: that of its folder.
     *
     * @return the name
     */
    public String name() {
        return contents.name();
    }

    /**
     * The title for readers.
     *
     * @return the title
     */
    public String title() {
        return contents.property("title");
    }

    /**
     * The version that the pack gives itself.
     *
     * @return the version
     */
    public String version() {
        return contents.property("version");
    }

    /**
     * Whose law, contract or policy it holds.
     *
     * @return free text
     */
    public String jurisdiction() {
        return contents.property("jurisdiction");
    }

    /**
     * The day up to which its content was looked up.
     *
     * @return the day
     */
    public LocalDate asOf() {
        return contents.asOf();
    }

    /**
     * A digest of its content: two packs with the same digest decide the same.
     *
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    public String digest() {
        return contents.digest();
    }

    /**
     * The names of the packs whose definitions, lists or rules it refers to, and without which it cannot be used.
     *
     * @return the names; none for most packs
     */
    public List<String> uses() {
        return contents.uses();
    }

    /**
     * The rules, by id.
     *
     * @return what each rule says of itself
     */
    public List<Rule> rules() {
        return contents.files().stream().map(RuleFile::rule).toList();
    }

    /**
     * The names of the lists, in order.
     *
     * @return the names that rules use, such as {@code us.D:5}
     */
    public List<String> lists() {
        return contents.lists().stream().map(NamedList::name).toList();
    }

    /**
     * The file of a rule, as its author wrote it.
     *
     * @param rule a rule of this pack
     * @return its text
     * @throws IllegalArgumentException if the rule is not of this pack
     */
    public String text(Rule rule) {
        return file(rule).text();
    }

    /**
     * The case table beside a rule.
     *
     * @param rule a rule of this pack
     * @return the text of the table, CSV; empty if there is none
     * @throws IllegalArgumentException if the rule is not of this pack
     */
    public Optional<String> cases(Rule rule) {
        return contents.cases(file(rule));
    }

    /**
     * The rows of a list.
     *
     * @param list the name of a list of this pack
     * @return the rows, as its file has them
     * @throws IllegalArgumentException if the list is not of this pack
     */
    public List<ListRow> rows(String list) {
        return contents.lists().stream()
                .filter(named -> named.name().equals(list))
                .findFirst()
                .map(NamedList::rows)
                .orElseThrow(() -> notHere("list", list, lists()));
    }

    private RuleFile file(Rule rule) {
        return contents.files().stream()
                .filter(candidate -> candidate.rule().id().equals(rule.id()))
                .findFirst()
                .orElseThrow(() -> notHere(
                        "rule", rule.id(), rules().stream().map(Rule::id).toList()));
    }

    private IllegalArgumentException notHere(String what, String wanted, List<String> there) {
        return new IllegalArgumentException("The %s (%s) is not in the pack (%s).\nMaybe one of %s is meant."
                .formatted(what, wanted, name(), there));
    }

    /** What was read, for those who decide by it. */
    PackContents contents() {
        return contents;
    }

    @Override
    public String toString() {
        return name() + " " + version();
    }
}
