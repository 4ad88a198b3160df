package dev.outpace.workspace.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@SuppressWarnings("NullAway.Init")
class SecretKeeperTest {
    private static final String PASSPHRASE = "correct horse";

    @TempDir
    private Path folder;

    private final ArrayDeque<String> answers = new ArrayDeque<>();
    private final List<Boolean> asked = new ArrayList<>();
    private FakeKeyring keyring;

    @BeforeEach
    void install() throws IOException {
        keyring = new FakeKeyring(folder.resolve("keyring"));
    }

    private SecretKeeper keeper() {
        return new SecretKeeper(folder, new SecretAccess(keyring.tool(), new Passphrases(this::answer), false));
    }

    private char @Nullable [] answer(boolean wrong) {
        asked.add(wrong);
        var next = answers.poll();
        return next == null ? null : next.toCharArray();
    }

    private static SecretTyped typed(SecretPlace place, String passphrase) {
        return new SecretTyped("hunter2-of-nobody", place, passphrase);
    }

    @Test
    void aTypedSecretIsKeptInTheKeyringAndRemovedAgain() throws IOException, SecretRefused {
        var kept = keeper().keep(typed(SecretPlace.KEYRING, ""), "Outpace: console at pbx");
        assertThat(kept).isInstanceOf(SecretKeyring.class);
        assertThat(keeper().read(kept)).isEqualTo("hunter2-of-nobody");
        assertThat(keyring.arguments()).contains("Outpace: console at pbx");
        keeper().forget(kept);
        assertThat(keyring.kept()).isZero();
    }

    @Test
    void thePassphraseIsAskedOnceForASession() throws SecretRefused {
        assertThat(keeper().keep(typed(SecretPlace.VAULT, PASSPHRASE), "")).isEqualTo(new SecretVault());
        var session = keeper();
        answers.addAll(List.of("wrong one", PASSPHRASE));
        assertThat(session.read(new SecretVault())).isEqualTo("hunter2-of-nobody");
        assertThat(session.read(new SecretVault())).isEqualTo("hunter2-of-nobody");
        assertThat(asked).containsExactly(false, true);
    }

    @Test
    void whoEnteredItIsNotAskedAgain() throws SecretRefused {
        var session = keeper();
        session.keep(typed(SecretPlace.VAULT, PASSPHRASE), "");
        assertThat(session.read(new SecretVault())).isEqualTo("hunter2-of-nobody");
        assertThat(asked).isEmpty();
    }

    @Test
    void withoutAPassphraseItStaysLockedAndThreeWrongOnesAreEnough() throws SecretRefused {
        keeper().keep(typed(SecretPlace.VAULT, PASSPHRASE), "");
        refused(() -> keeper().read(new SecretVault()), "secret.locked");
        answers.addAll(List.of("wrong one", "wrong two", "wrong three", PASSPHRASE));
        refused(() -> keeper().read(new SecretVault()), "secret.wrong_passphrase");
        assertThat(answers).hasSize(1);
    }

    @Test
    void whatIsRememberedAndWrongIsAskedForTheNextTime() throws SecretRefused {
        keeper().keep(typed(SecretPlace.VAULT, PASSPHRASE), "");
        var passphrases = new Passphrases(this::answer);
        var session = new SecretKeeper(folder, new SecretAccess(keyring.tool(), passphrases, true));
        passphrases.remember("wrong one".toCharArray());
        refused(() -> session.read(new SecretVault()), "secret.wrong_passphrase");
        answers.add(PASSPHRASE);
        assertThat(session.read(new SecretVault())).isEqualTo("hunter2-of-nobody");
    }

    @Test
    void whatIsTypedIsCheckedBeforeItIsKept() {
        refused(() -> keeper().keep(new SecretTyped(" ", SecretPlace.KEYRING, ""), ""), "secret.not_typed");
        refused(() -> keeper().keep(new SecretTyped("a\nb", SecretPlace.KEYRING, ""), ""), "secret.not_typed");
        refused(() -> keeper().keep(typed(SecretPlace.VAULT, "short"), ""), "secret.short_passphrase");
    }

    @Test
    void noneOfThemShowsWhatItHolds() {
        var typed = typed(SecretPlace.VAULT, PASSPHRASE);
        assertThat(List.of(typed, new SecretVault(), new SecretRefused(Problem.error("a", "b")))
                        .toString())
                .doesNotContain("hunter2", "horse");
        assertThat(Arrays.asList(SecretTyped.class.getMethods()))
                .as("nothing outside the package reads it")
                .noneMatch(method ->
                        method.getName().equals("text") || method.getName().equals("passphrase"));
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .asInstanceOf(type(SecretRefused.class))
                .extracting(refused -> refused.problem().code())
                .isEqualTo(code);
    }
}
