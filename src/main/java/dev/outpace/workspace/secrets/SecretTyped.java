package dev.outpace.workspace.secrets;

import dev.outpace.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** As it was just entered, kept nowhere yet. It does not show itself in texts and logs. */
public final class SecretTyped implements SecretSource {
    private static final int LONGEST = 1_024;
    private static final int SHORTEST_PASSPHRASE = 8;

    private final String text;
    private final SecretPlace place;
    private final String passphrase;

    /**
     * @param place where it is kept once it is saved
     * @param passphrase for {@link SecretPlace#VAULT}; else empty
     */
    public SecretTyped(String text, SecretPlace place, String passphrase) {
        this.text = text;
        this.place = place;
        this.passphrase = passphrase;
    }

    /** What is wrong with it; places are names of fields. */
    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            found.add(Problem.error("secret.not_typed", "secret"));
        }
        if (place == SecretPlace.VAULT && passphrase.length() < SHORTEST_PASSPHRASE) {
            found.add(Problem.error("secret.short_passphrase", "passphrase", SHORTEST_PASSPHRASE));
        }
        return found;
    }

    String text() {
        return text;
    }

    SecretPlace place() {
        return place;
    }

    char[] passphrase() {
        return passphrase.toCharArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretTyped typed
                && text.equals(typed.text)
                && place == typed.place
                && passphrase.equals(typed.passphrase);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, place, passphrase);
    }

    @Override
    public String toString() {
        return "typed, for " + place;
    }
}
