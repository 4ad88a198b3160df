package dev.outpace.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.Monitoring;
import dev.outpace.workspace.TelephonyChoice;
import dev.outpace.workspace.secrets.SecretFile;
import dev.outpace.workspace.secrets.SecretKeyring;
import dev.outpace.workspace.secrets.SecretPlace;
import dev.outpace.workspace.secrets.SecretSource;
import dev.outpace.workspace.secrets.SecretTyped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TelephonyDraftTest {
    private static final LineLimits LINES = new LineLimits(30, 5, Duration.ofMinutes(10));

    private final TelephonyDraft fresh = draft(FakeTelephony.SIMULATED);
    private final TelephonyDraft linked = draft(FakeTelephony.ASTERISK);

    private static TelephonyDraft draft(TelephonyChoice saved) {
        return new TelephonyDraft(new TelephonyField.Values(saved, Monitoring.NONE, LINES), true);
    }

    @Test
    void whatIsSavedIsShownAndComesBackAsItWas() {
        assertThat(linked.text(TelephonyField.HOST)).isEqualTo("pbx.example");
        assertThat(linked.text(TelephonyField.CERTIFICATE)).startsWith("AB:AB:").hasSize(95);
        assertThat(linked.connection()).isEqualTo(FakeTelephony.CONNECTION);
        assertThat(linked.choice()).isEqualTo(FakeTelephony.ASTERISK);
        assertThat(linked.changes()).isEmpty();
        assertThat(linked.problems()).isEmpty();
    }

    @Test
    void whatNobodyCameToYetIsNoErrorUntilItIsTried() {
        fresh.setAsterisk(true);
        assertThat(fresh.shownProblems()).isEmpty();
        fresh.type(TelephonyField.USER, "");
        assertThat(fresh.shownProblems()).isEmpty();
        fresh.type(TelephonyField.TRUNK, "carrier");
        assertThat(fresh.shownProblems()).extracting(Problem::place).containsExactly("trunk");
        fresh.tryIt();
        assertThat(fresh.shownProblems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder("host", "user", "secret", "trunk");
    }

    @Test
    void thePortFollowsTheEncryptionUnlessAnotherWasEntered() {
        fresh.setAsterisk(true);
        fresh.setEncrypted(true);
        assertThat(fresh.text(TelephonyField.PORT)).isEqualTo("5039");
        fresh.type(TelephonyField.PORT, "6000");
        fresh.setEncrypted(false);
        assertThat(fresh.text(TelephonyField.PORT)).isEqualTo("6000");
    }

    @Test
    void aPortThatIsNoNumberIsToldOnce() {
        linked.type(TelephonyField.PORT, "ami");
        assertThat(linked.shownProblems()).containsExactly(Problem.error("entry.not_whole", "port"));
        linked.type(TelephonyField.PORT, "70000");
        assertThat(linked.shownProblems()).containsExactly(Problem.error("telephony.port", "port", 70_000));
    }

    @Test
    void withoutEncryptionThereIsNoCertificate() {
        linked.setEncrypted(false);
        assertThat(linked.connection().certificate()).isEmpty();
        assertThat(linked.problems()).isEmpty();
        assertThat(linked.changes()).containsExactly("telephony.port", "telephony.tls");
    }

    @Test
    void linesAloneNeedNoNewLink() {
        linked.type(TelephonyField.CALLS_AT_ONCE, "60");
        assertThat(linked.isLinkChanged()).isFalse();
        assertThat(linked.isLinesChanged()).isTrue();
        assertThat(linked.lines()).isEqualTo(new LineLimits(60, 5, Duration.ofMinutes(10)));
        linked.type(
                TelephonyField.SECRET_FILE, Path.of("other").toAbsolutePath().toString());
        assertThat(linked.isLinkChanged()).isTrue();
        assertThat(linked.connection().secret()).isEqualTo(new SecretFile(Path.of("other")));
    }

    @Test
    void aSecretIsTypedOnceAndNeverShownAgain() {
        fresh.setAsterisk(true);
        assertThat(fresh.keep()).isEqualTo(SecretKeep.KEYRING);
        fresh.type(TelephonyField.SECRET, "hunter2-of-nobody");
        assertThat(fresh.connection().secret())
                .isEqualTo(new SecretTyped("hunter2-of-nobody", SecretPlace.KEYRING, ""));
        assertThat(fresh.connection().toString()).doesNotContain("hunter2");

        var kept = draft(new TelephonyChoice(
                true, connection(new SecretKeyring(new UUID(1, 2))), FakeTelephony.ASTERISK.media()));
        assertThat(kept.text(TelephonyField.SECRET)).isEmpty();
        assertThat(kept.changes()).isEmpty();
        assertThat(kept.problems()).isEmpty();
        assertThat(kept.connection().secret()).isEqualTo(new SecretKeyring(new UUID(1, 2)));
        kept.type(TelephonyField.SECRET, "other");
        assertThat(kept.changes()).containsExactly("telephony.secret");
        assertThat(kept.connection().secret()).isEqualTo(new SecretTyped("other", SecretPlace.KEYRING, ""));
    }

    @Test
    void anEncryptedFileWantsAPassphraseTwice() {
        linked.setKeep(SecretKeep.VAULT);
        linked.type(TelephonyField.SECRET, "hunter2-of-nobody");
        linked.type(TelephonyField.PASSPHRASE, "short");
        linked.type(TelephonyField.PASSPHRASE_AGAIN, "shor");
        assertThat(linked.shownProblems())
                .extracting(Problem::code)
                .containsExactly("secret.short_passphrase", "secret.passphrases_differ");
        linked.type(TelephonyField.PASSPHRASE, "long enough");
        linked.type(TelephonyField.PASSPHRASE_AGAIN, "long enough");
        assertThat(linked.problems()).isEmpty();
        assertThat(linked.changes()).containsExactly("telephony.secret", "telephony.keep");
        linked.type(TelephonyField.SECRET, "");
        linked.tryIt();
        assertThat(linked.shownProblems()).extracting(Problem::code).containsExactly("secret.not_typed");
    }

    private static AsteriskConnection connection(SecretSource secret) {
        var old = FakeTelephony.CONNECTION;
        return new AsteriskConnection(
                old.host(),
                old.port(),
                old.user(),
                secret,
                true,
                old.certificate(),
                old.trunk(),
                false,
                old.callerId(),
                old.context(),
                old.extension());
    }

    @Test
    void theSimulatedTelephonyKeepsTheConnectionForLater() {
        linked.type(TelephonyField.HOST, "");
        linked.setAsterisk(false);
        assertThat(linked.problems()).isEmpty();
        assertThat(linked.changes()).containsExactly("telephony.kind");
        assertThat(linked.choice().connection()).isEqualTo(FakeTelephony.CONNECTION);
    }

    @Test
    void theAddressMayHaveAPort() {
        linked.type(TelephonyField.ADDRESS, "192.0.2.7:8099");
        assertThat(linked.choice().media().host()).isEqualTo("192.0.2.7");
        assertThat(linked.choice().media().port()).isEqualTo(8099);
        linked.type(TelephonyField.ADDRESS, "192.0.2.7:http");
        assertThat(linked.shownProblems()).extracting(Problem::place).containsExactly("address");
        linked.type(TelephonyField.ADDRESS, "");
        assertThat(linked.changes()).isEmpty();
    }

    @Test
    void whatASupervisorHearsIsSavedWithoutANewLink() {
        linked.type(TelephonyField.SUPERVISOR_PHONE, "PJSIP/super");
        linked.type(TelephonyField.RECORDINGS, "monitor");
        assertThat(linked.shownProblems()).extracting(Problem::code).containsExactly("monitoring.recordings");
        linked.type(TelephonyField.RECORDINGS, "/srv/monitor");
        assertThat(linked.problems()).isEmpty();
        assertThat(linked.isLinkChanged()).isFalse();
        assertThat(linked.isMonitoringChanged()).isTrue();
        assertThat(linked.monitoring()).isEqualTo(new Monitoring("PJSIP/super", "/srv/monitor"));
        linked.type(TelephonyField.SUPERVISOR_PHONE, "PJSIP/super,evil");
        assertThat(linked.shownProblems()).extracting(Problem::code).containsExactly("monitoring.phone");
    }

    @Test
    void untouchedEntriesFollowWhatIsSavedElsewhere() {
        linked.type(TelephonyField.CALLS_AT_ONCE, "60");
        linked.saved(new TelephonyField.Values(
                FakeTelephony.ASTERISK, Monitoring.NONE, new LineLimits(40, 9, Duration.ZERO)));
        assertThat(linked.text(TelephonyField.CALLS_AT_ONCE)).isEqualTo("60");
        assertThat(linked.text(TelephonyField.CALLS_PER_SECOND)).isEqualTo("9");
        linked.revert();
        assertThat(linked.text(TelephonyField.CALLS_AT_ONCE)).isEqualTo("40");
    }
}
