package dev.licet.verify;

import dev.licet.json.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a record holds in itself, found by a second, small reader of the rules' conditions that has neither Drools nor anything
 * of what decided: that the record fits its own digest and schema, that each finding and each exception follows from the facts that
 * are recorded with it, and that outcomes and obligations follow from these.
 *
 * <p>The digest is no signature: who alters a record can reckon another. What stands in the packs, such as the conditions of a rule
 * and what is on a list, is taken as recorded, and so are the rules that neither stand nor are named; a replay looks
 * into the packs.
 *
 * @param faults what does not hold; empty if all does
 */
public record Verification(List<Fault> faults) {
    /** The version of records that this Licet writes and checks. */
    public static final String SCHEMA = "https://licet.dev/schema/record-3.json";

    /** Copies. */
    public Verification {
        faults = List.copyOf(faults);
    }

    /**
     * Checks a record.
     *
     * @param record the record as a tree of maps, lists, strings, numbers and booleans, as any JSON library makes it
     * @return what was found
     */
    public static Verification of(Map<String, ?> record) {
        Map<String, ?> today = today(record);
        var faults = new ArrayList<>(RecordShape.faults(today));
        if (faults.isEmpty()) {
            faults.addAll(RecordCheck.faults(today));
        }
        // Last, because it names no place.
        faults.addAll(RecordShape.digest(record));
        return new Verification(faults);
    }

    /**
     * Checks a record and the text that it was read from: it must be canonical JSON, so that not one of its bytes can be another.
     *
     * @param record the record as a tree of maps, lists, strings, numbers and booleans, as any JSON library makes it
     * @param json the text
     * @return what was found
     */
    public static Verification of(Map<String, ?> record, String json) {
        Verification found = of(record);
        if (!found.holds() || json.equals(CanonicalJson.write(record))) {
            return found;
        }
        return new Verification(
                List.of(new Fault("", "the text is not canonical JSON (RFC 8785), though it says the same")));
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
