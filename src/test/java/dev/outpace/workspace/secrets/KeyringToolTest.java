package dev.outpace.workspace.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@SuppressWarnings("NullAway.Init")
class KeyringToolTest {
    private static final UUID ID = new UUID(1, 2);

    @TempDir
    private Path folder;

    private FakeKeyring keyring;

    @BeforeEach
    void install() throws IOException {
        keyring = new FakeKeyring(folder.resolve("keyring"));
    }

    @Test
    void whatIsKeptIsFoundAgainAndNeverStoodInAnArgument() throws IOException, SecretRefused {
        var tool = keyring.tool();
        assertThat(tool.isInstalled()).isTrue();
        tool.store(ID, "Outpace: console at pbx", "pässword $(id)");
        assertThat(tool.lookup(ID)).isEqualTo("pässword $(id)");
        assertThat(keyring.arguments()).contains("store --label=Outpace").doesNotContain("ssword");
        tool.clear(ID);
        refused(() -> tool.lookup(ID), "secret.not_in_keyring");
    }

    @Test
    void whatTheProgramSaysAgainstItIsTold() throws IOException {
        keyring.become("#!/bin/sh\ncat > /dev/null\necho 'Cannot create an item in a locked collection' >&2\nexit 1\n");
        refused(
                () -> keyring.tool().store(ID, "", "hunter2-of-nobody"),
                "secret.keyring_failed",
                "Cannot create an item in a locked collection");
        refused(() -> keyring.tool().lookup(ID), "secret.keyring_failed");
    }

    @Test
    void aMissingProgramIsTold() {
        var missing = new KeyringTool(folder.resolve("missing").toString());
        assertThat(missing.isInstalled()).isFalse();
        refused(() -> missing.lookup(ID), "secret.keyring_failed");
    }

    /** With a real keyring, where the session has one: under {@code dbus-run-session}, with an unlocked gnome-keyring. */
    @Test
    @EnabledIfEnvironmentVariable(named = "OUTPACE_KEYRING", matches = "real")
    void theKeyringOfTheSystemKeepsIt() throws SecretRefused {
        var tool = KeyringTool.ofSystem();
        var id = UUID.randomUUID();
        tool.store(id, "Outpace: a test", "pässword $(id)");
        assertThat(tool.lookup(id)).isEqualTo("pässword $(id)");
        tool.clear(id);
        refused(() -> tool.lookup(id), "secret.not_in_keyring");
    }

    private static void refused(ThrowingCallable call, String code, Object... args) {
        assertThatThrownBy(call)
                .asInstanceOf(type(SecretRefused.class))
                .extracting(SecretRefused::problem)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
                .extracting(Problem::args)
                .satisfies(told -> assertThat(told.toString()).doesNotContain("hunter2"))
                .satisfies(told -> {
                    if (args.length > 0) {
                        assertThat(told).containsExactly(args);
                    }
                });
    }
}
