package dev.outpace.workspace.secrets;

import dev.outpace.model.Problem;

/** A secret can't be read or kept. */
public final class SecretRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** @param problem names the place of the secret, never the secret */
    public SecretRefused(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** Whether nothing is missing but the right passphrase. */
    public boolean isLocked() {
        return problem.code().equals("secret.locked") || isWrongPassphrase();
    }

    /** Whether the passphrase that was entered is another one. */
    public boolean isWrongPassphrase() {
        return problem.code().equals("secret.wrong_passphrase");
    }
}
