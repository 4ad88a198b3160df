package dev.outpace.workspace.secrets;

import dev.outpace.model.Problem;
import java.util.List;

/** Where a secret is kept. It tells its place, never what is kept there. */
public sealed interface SecretSource permits SecretFile {
    /**
     * The secret. May block, and may ask a person.
     *
     * @throws SecretRefused if there is none, or it can't be read
     */
    String read() throws SecretRefused;

    /** What should be better about the way in which it is kept. */
    List<Problem> remarks();
}
