package dev.licet.answer;

import dev.licet.law.Layer;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody whose word could count, and whom no loaded pack holds for that transfer kind on that day. Where nobody was asked, silence
 * is not clearance.
 *
 * @param layer the layer in which the holder could say something
 * @param holder whose law, terms, license or policy it is: ISO 3166-1 alpha-2, a name, or the id of a license; empty if not known
 * @param role why the holder's word could count
 * @param reason why it is not held
 * @param since the first day on which it is held, if it is on other days
 * @param until the day on which that ends, itself outside; empty if it does not end
 */
public record Gap(
        Layer layer, String holder, Role role, Reason reason, Optional<LocalDate> since, Optional<LocalDate> until) {

    /** Why the word of a holder could count. */
    public enum Role {
        /** The exporter is there. */
        EXPORTER,
        /** A developer of the model is there. */
        ORIGIN,
        /** The model goes there. */
        DESTINATION,
        /** The exporter provides the model under its own terms. */
        PROVIDER,
        /** The developer of the model has terms of its own. */
        DEVELOPER,
        /** The model, or one it was made from or learned from, is under the license. */
        LICENSE,
        /** The recipient belongs to that government. */
        GOVERNMENT
    }

    /** Why the word of a holder is not held. */
    public enum Reason {
        /** It is not known who the holder is. */
        UNKNOWN_HOLDER,
        /** No loaded pack holds it. */
        NOT_HELD,
        /** It is held for other transfer kinds. */
        OTHER_KINDS,
        /** Only parts of it are held. */
        IN_PART,
        /** It is held for other days, or was checked too long ago. */
        OTHER_DAYS
    }

    /**
     * Whether nothing can be decided without it: export law and sanctions of the exporter's country. Any other gap is an assumption:
     * that the holder allows it.
     *
     * @return true if it leaves the layer undetermined
     */
    public boolean open() {
        return role == Role.EXPORTER;
    }
}
