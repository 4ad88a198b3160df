package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.outpace.files.PrivateFiles;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Problem;
import dev.outpace.store.StoreException;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.workspace.secrets.FakeKeyring;
import dev.outpace.workspace.secrets.Passphrases;
import dev.outpace.workspace.secrets.SecretAccess;
import dev.outpace.workspace.secrets.SecretFile;
import dev.outpace.workspace.secrets.SecretKeyring;
import dev.outpace.workspace.secrets.SecretPlace;
import dev.outpace.workspace.secrets.SecretTyped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TelephonyDeskTest {
    /** Where nothing listens. */
    private static final int CLOSED_PORT = 9;

    private static final FlowMedia MEDIA = new FlowMedia("espeak-ng {text}", "de", "127.0.0.1", 0, "", "");

    @TempDir
    private Path folder;

    private Workspace open(double speed) {
        var opening = new Workspace.Opening(folder, "test", speed, false, false, 1, CarrierLog.NONE);
        return Workspace.open(opening, new JacksonJson(), Clock.systemUTC());
    }

    private AsteriskConnection connection(Path secret) {
        return new AsteriskConnection(
                "127.0.0.1",
                CLOSED_PORT,
                "console",
                new SecretFile(secret),
                false,
                "",
                "PJSIP/carrier",
                false,
                "",
                "outpace",
                "agi");
    }

    private Path secret() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "no-secret-of-anyone\n");
        PrivateFiles.makePrivate(file);
        return file;
    }

    @Test
    void whatIsSavedIsUsedFromTheNextOpeningOnAndBack() throws IOException {
        var choice = new TelephonyChoice(true, connection(secret()), MEDIA);
        try (var workspace = open(1)) {
            var desk = workspace.telephony();
            assertThat(desk.saved()).isEqualTo(new TelephonyChoice(false, null, FlowMedia.STANDARD));
            assertThat(desk.save(choice)).isInstanceOf(Answer.Done.class);
            assertThat(desk.saved()).isEqualTo(choice);
        }
        try (var workspace = open(1)) {
            var desk = workspace.telephony();
            assertThat(desk.saved()).isEqualTo(choice);
            assertThat(desk.save(new TelephonyChoice(false, choice.connection(), MEDIA)))
                    .isInstanceOf(Answer.Done.class);
        }
        try (var workspace = open(1)) {
            assertThat(workspace.telephony().saved()).isEqualTo(new TelephonyChoice(false, choice.connection(), MEDIA));
        }
    }

    @Test
    void withoutItsSecretAWorkspaceCouldNotBeOpenedSoItIsRefused() {
        try (var workspace = open(1)) {
            var desk = workspace.telephony();
            var answer = desk.save(new TelephonyChoice(true, connection(folder.resolve("none")), MEDIA));
            assertThat(answer).isInstanceOf(Answer.Refused.class);
            assertThat(answer.problems())
                    .extracting(Problem::code, Problem::place)
                    .containsExactly(tuple("secret.unreadable", "secret"));
            assertThat(desk.saved().asterisk()).isFalse();
        }
    }

    @Test
    void whereNothingCouldBeServedAWorkspaceCouldNotBeOpenedEither() throws IOException {
        try (var workspace = open(1);
                var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var desk = workspace.telephony();
            var media = new FlowMedia("espeak-ng {text}", "de", "127.0.0.1", taken.getLocalPort(), "", "");
            var answer = desk.save(new TelephonyChoice(true, connection(secret()), media));
            assertThat(answer.problems())
                    .extracting(Problem::code, Problem::place)
                    .containsExactly(tuple("media.not_served", "address"));
            assertThat(desk.saved().asterisk()).isFalse();
        }
    }

    @Test
    void aWorkspaceThatRunsFasterMakesNoRealCalls() throws IOException {
        try (var workspace = open(20)) {
            var desk = workspace.telephony();
            assertThat(desk.obstacles()).containsExactly(Problem.error("telephony.speed", "", 20.0));
            assertThat(desk.save(new TelephonyChoice(true, connection(secret()), MEDIA)))
                    .isInstanceOf(Answer.Refused.class);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aTypedSecretIsKeptAndTheOneBeforeRemoved() throws IOException {
        var keyring = new FakeKeyring(folder.resolve("keyring"));
        var access = new SecretAccess(keyring.tool(), new Passphrases(_ -> null), false);
        try (var workspace = Workspace.open(with(access), new JacksonJson(), Clock.systemUTC())) {
            var desk = workspace.telephony();
            assertThat(desk.hasKeyring()).isTrue();
            assertThat(desk.save(typed("one-of-nobody", SecretPlace.KEYRING))).isInstanceOf(Answer.Done.class);
            assertThat(Objects.requireNonNull(desk.saved().connection()).secret())
                    .isInstanceOf(SecretKeyring.class);
            assertThat(desk.save(typed("two-of-nobody", SecretPlace.KEYRING))).isInstanceOf(Answer.Done.class);
            assertThat(keyring.kept()).isOne();
            assertThat(desk.save(typed("three-of-nobody", SecretPlace.VAULT))).isInstanceOf(Answer.Done.class);
            assertThat(keyring.kept()).isZero();
            assertThat(folder.resolve("w").resolve("exchange.secret")).exists();
        }
        var locked = new SecretAccess(keyring.tool(), new Passphrases(_ -> null), false);
        assertThatThrownBy(() -> Workspace.open(with(locked), new JacksonJson(), Clock.systemUTC()))
                .asInstanceOf(type(StoreException.class))
                .extracting(refused -> refused.problem().code())
                .isEqualTo("secret.locked");
        var unlinked = new SecretAccess(keyring.tool(), new Passphrases(_ -> null), true);
        try (var workspace = Workspace.open(with(unlinked), new JacksonJson(), Clock.systemUTC())) {
            var bars = new LinkedBlockingQueue<LinkBar>();
            workspace.listen(new WorkspaceListener() {
                @Override
                public void linkBarred(@Nullable LinkBar bar) {
                    bars.add(Objects.requireNonNull(bar));
                }
            });
            assertThat(bars).containsExactly(new LinkBar.Locked(false));
        }
    }

    private Workspace.Opening with(SecretAccess access) {
        return new Workspace.Opening(folder.resolve("w"), "test", 1, false, false, 1, CarrierLog.NONE, access);
    }

    private TelephonyChoice typed(String secret, SecretPlace place) throws IOException {
        var connection = connection(secret()).withSecret(new SecretTyped(secret, place, "long enough"));
        return new TelephonyChoice(true, connection, MEDIA);
    }

    @Test
    void aCheckTellsEachLineWhenItIsThere() throws IOException {
        try (var workspace = open(1)) {
            var told = new ArrayList<CheckLine>();
            var lines = workspace.telephony().check(connection(secret()), told::add);
            assertThat(lines).isEqualTo(told).hasSize(1);
            assertThat(lines.getFirst().name()).isEqualTo("reach");
            assertThat(lines.getFirst().state()).isEqualTo(CheckLine.State.FAIL);
        }
    }
}
