package dev.licet.verify;

import dev.licet.json.CanonicalJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Whether a record holds, found by a second, small reader of the rules' conditions that has neither Drools nor anything of what
 * decided: that the record fits its digest and schema, that each finding and each exception follows from the recorded facts, and that
 * outcomes and obligations follow from these.
 *
 * <p>The conditions, days and layers of rules are in the manifest of the law that the record names by its digest. Without it the
 * reader checks the rest, and {@link #unchecked()} says what it did not check. A record of version 2 has them in itself.
 *
 * <p>The digest is no signature: who alters a record can compute another. The contents of packs, such as the conditions of a rule and
 * the entries of a list, are taken as the manifest has them, and so are the rules that neither apply nor are named; a replay looks
 * into the packs.
 *
 * @param faults what does not hold; empty if all does
 * @param unchecked what was not checked and why, each in a phrase; empty if all was
 */
public record Verification(List<Fault> faults, List<String> unchecked) {
    /** The version of records that this Licet writes and checks. */
    public static final String SCHEMA = "https://licet.dev/schema/record-3.json";

    /** Copies. */
    public Verification {
        faults = List.copyOf(faults);
        unchecked = List.copyOf(unchecked);
    }

    /**
     * Checks a record without the manifest of its law.
     *
     * @param record the record as a tree of maps, lists, strings, numbers and booleans, as any JSON library makes it
     * @return what was found
     */
    public static Verification of(Map<String, ?> record) {
        return of(record, List.of());
    }

    /**
     * Checks a record.
     *
     * @param record the record as a tree of maps, lists, strings, numbers and booleans, as any JSON library makes it
     * @param manifests the manifests of laws; if there are some, the law of the record must be among them
     * @return what was found
     */
    public static Verification of(Map<String, ?> record, Collection<Manifest> manifests) {
        var faults = new ArrayList<Fault>();
        var unchecked = new ArrayList<String>();
        if (FormerRecord.is(record)) {
            Map<String, ?> today = FormerRecord.today(record);
            faults.addAll(RecordShape.former(today));
            if (faults.isEmpty()) {
                faults.addAll(RecordCheck.faults(today));
            }
        } else {
            faults.addAll(RecordShape.record(record));
            if (faults.isEmpty()) {
                WholeRecord.Joined whole = WholeRecord.of(record, manifests);
                faults.addAll(whole.faults());
                if (faults.isEmpty()) {
                    RecordCheck.faults(whole.tree()).forEach(fault -> faults.add(WholeRecord.placed(fault, record)));
                }
                if (whole.law().isEmpty()) {
                    unchecked.add(
                            "the layers, days and conditions of rules, because the manifest of the law (%s) was not given"
                                    .formatted(record.get("law")));
                }
            }
        }
        // Last, because it names no place.
        faults.addAll(RecordShape.digest(record));
        return new Verification(faults, unchecked);
    }

    /**
     * Checks a record and the text that it was read from: it must be canonical JSON, so that not one of its bytes can differ.
     *
     * @param record the record as a tree of maps, lists, strings, numbers and booleans, as any JSON library makes it
     * @param json the text
     * @param manifests the manifests of laws; if there are some, the law of the record must be among them
     * @return what was found
     */
    public static Verification of(Map<String, ?> record, String json, Collection<Manifest> manifests) {
        Verification found = of(record, manifests);
        if (!found.holds() || json.equals(CanonicalJson.write(record))) {
            return found;
        }
        return new Verification(
                List.of(new Fault("", "the text is not canonical JSON (RFC 8785), though it says the same")),
                found.unchecked());
    }

    /**
     * A record under the names of today: one of version 2 has others.
     *
     * @param record the record of this version or of version 2, as a tree
     * @return the record; its digest is that of the record as it was written
     */
    public static Map<String, ?> today(Map<String, ?> record) {
        return FormerRecord.is(record) ? FormerRecord.today(record) : record;
    }

    /**
     * Whether the record holds.
     *
     * @return true if there is no fault
     */
    public boolean holds() {
        return faults.isEmpty();
    }

    /**
     * Something that does not hold.
     *
     * @param place where in the record, as a JSON pointer (RFC 6901); empty for the whole
     * @param what what is wrong there, a phrase with the value in parentheses
     */
    public record Fault(String place, String what) {
        /**
         * The place and the fault.
         *
         * @return one line
         */
        @Override
        public String toString() {
            return (place.isEmpty() ? "" : place + ": ") + what;
        }
    }
}
