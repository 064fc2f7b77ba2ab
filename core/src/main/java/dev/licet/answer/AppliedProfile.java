package dev.licet.answer;

import java.util.List;

/**
 * The profile of the house that a decision was made with.
 *
 * @param name its name
 * @param version its version
 * @param digest the digest of its text, SHA-256 over canonical JSON
 * @param accepted what of it was accepted for this request, and mattered
 */
public record AppliedProfile(String name, String version, String digest, List<Acceptance> accepted) {
    /** Copies. */
    public AppliedProfile {
        accepted = List.copyOf(accepted);
    }
}
