package dev.licet.law;

/**
 * A pack cannot be loaded. The message names the file, the line where there is one, the fault with its (value), and on a second
 * line beginning "Maybe" the remedy. Nothing is loaded when one part is at fault.
 */
public final class RulePackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A fault of a pack.
     *
     * @param where the file, and after a colon the line where there is one
     * @param fault what is wrong, with the value in parentheses
     * @param remedy what may help: a sentence that goes on after "Maybe"
     */
    public RulePackException(String where, String fault, String remedy) {
        super(where + ": " + fault + "\nMaybe " + remedy);
    }
}
