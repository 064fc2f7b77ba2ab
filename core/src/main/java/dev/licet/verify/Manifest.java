package dev.licet.verify;

import dev.licet.json.CanonicalJson;
import dev.licet.verify.Verification.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The manifest of a law: all that belongs to the law of a day and not to one decision. It has the packs, lists and figures, and each
 * rule with its title, citation, days, status and conditions. Many records name one manifest by its digest.
 *
 * <p>Immutable, as long as nobody changes the tree that it was read from.
 */
public final class Manifest {
    /** The version of manifests that this Licet writes and reads. */
    public static final String SCHEMA = "https://licet.dev/schema/manifest-1.json";

    private final Map<String, ?> tree;

    private Manifest(Map<String, ?> tree) {
        this.tree = tree;
    }

    /**
     * Reads a manifest.
     *
     * @param tree the manifest as a tree of maps, lists, strings, numbers and booleans, as any JSON library makes it
     * @return the manifest
     * @throws IllegalArgumentException if it does not fit its schema or its digest; the message names the place
     */
    public static Manifest of(Map<String, ?> tree) {
        List<Fault> faults = new ArrayList<>(RecordShape.manifest(tree));
        faults.addAll(RecordShape.digest(tree));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("The manifest of a law does not hold: %s.\n".formatted(faults.get(0))
                    + "Maybe it was altered, or it is no manifest.");
        }
        return new Manifest(tree);
    }

    /**
     * Reads a manifest and the text that it was read from: it must be canonical JSON, so that not one of its bytes can differ.
     *
     * @param tree the manifest as a tree
     * @param json the text
     * @return the manifest
     * @throws IllegalArgumentException if it does not fit its schema or its digest, or the text is not canonical
     */
    public static Manifest of(Map<String, ?> tree, String json) {
        Manifest manifest = of(tree);
        if (!json.equals(manifest.toJson())) {
            throw new IllegalArgumentException("The manifest of a law does not hold: its text is not canonical JSON.\n"
                    + "Maybe it was laid out to be read; write it on one line again.");
        }
        return manifest;
    }

    /**
     * The digest by which records name it.
     *
     * @return sha256, a colon, and hexadecimal digits
     */
    public String digest() {
        return Tree.text(tree, CanonicalJson.DIGEST);
    }

    /**
     * The manifest as a tree of maps, lists, strings, numbers and booleans.
     *
     * @return the tree
     */
    public Map<String, ?> tree() {
        return tree;
    }

    /**
     * The manifest as canonical JSON (RFC 8785): the same packs and day give the same bytes.
     *
     * @return one line of JSON
     */
    public String toJson() {
        return CanonicalJson.write(tree);
    }

    /**
     * A record with what the manifest says about it: for each finding the title, citation, days and conditions of its rule, and the
     * packs and lists that were examined.
     *
     * @param record a record of this version that names this manifest, as a tree
     * @return the record as one whole, without a digest
     * @throws IllegalArgumentException if the record does not fit its schema, or does not follow from this manifest
     */
    public Map<String, Object> join(Map<String, ?> record) {
        List<Fault> faults = RecordShape.record(record);
        if (faults.isEmpty()) {
            WholeRecord.Joined whole = WholeRecord.of(record, List.of(this));
            if (whole.faults().isEmpty()) {
                whole.tree().remove(RecordCheck.MAYBE);
                return whole.tree();
            }
            faults = whole.faults();
        }
        throw new IllegalArgumentException("The record does not go with the manifest: %s.\n".formatted(faults.get(0))
                + "Maybe it was altered, or another manifest is meant.");
    }

    /** The digest and the days. */
    @Override
    public String toString() {
        return "Manifest[%s]".formatted(digest());
    }
}
