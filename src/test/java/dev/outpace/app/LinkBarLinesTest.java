package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Problem;
import dev.outpace.ui.shell.BarLine;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.LinkBar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class LinkBarLinesTest {
    private static final LinkBar.OtherCertificate OTHER = new LinkBar.OtherCertificate(
            Instant.parse("2026-11-02T09:00:00Z"),
            "0a1b" + "00".repeat(28) + "2c3d",
            "4e5f" + "11".repeat(28) + "6071");

    private final List<String> done = new ArrayList<>();
    private final LinkBarLines lines = new LinkBarLines(
            new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC),
            new LinkBarLines.Ways() {
                @Override
                public void tryAgain() {
                    done.add("again");
                }

                @Override
                public void enterSecret() {
                    done.add("secret");
                }

                @Override
                public void stayUnlinked() {
                    done.add("stay");
                }

                @Override
                public void trust(LinkBar.OtherCertificate other) {
                    done.add("trust " + other.shown());
                }

                @Override
                public void enterPassphrase(boolean wrong) {
                    done.add(wrong ? "passphrase anew" : "passphrase");
                }
            });

    private List<String> actions(LinkBar bar) {
        var line = lines.of(bar);
        line.actions().forEach(action -> action.run().run());
        return line.actions().stream().map(BarLine.Action::title).toList();
    }

    @Test
    void aRefusedUserIsNamedAndTriedOnceMoreOrGivenAnotherSecret() {
        var bar = new LinkBar.Refused("console");
        assertThat(lines.of(bar).title()).isEqualTo("The exchange refused the user console.");
        assertThat(actions(bar)).containsExactly("Try once more", "Enter secret\u2026");
        assertThat(done).containsExactly("again", "secret");
    }

    @Test
    void ofAnotherCertificateTheOldAndTheNewFingerprintAreTold() {
        assertThat(lines.of(OTHER).title()).startsWith("The certificate is another one than on ");
        assertThat(lines.of(OTHER).text()).startsWith("It was 0A:1B\u20262C:3D, it is 4E:5F\u202660:71.");
        assertThat(actions(OTHER)).containsExactly("Stay unlinked", "Trust the new one\u2026");
        assertThat(done).containsExactly("stay", "trust " + OTHER.shown());
        assertThat(lines.askToTrust(OTHER))
                .contains("0A:1B:" + "00:".repeat(28) + "2C:3D", "4E:5F:" + "11:".repeat(28) + "60:71");
    }

    @Test
    void whereNobodyKnowsSinceWhenNoDateIsTold() {
        assertThat(lines.of(new LinkBar.OtherCertificate(null, OTHER.accepted(), OTHER.shown()))
                        .title())
                .isEqualTo("The certificate is another one than the accepted one.");
    }

    @Test
    void aPassphraseIsAskedForAndAWrongOneToldSo() {
        assertThat(lines.of(new LinkBar.Locked(false)).title()).isEqualTo("The secret of the exchange is locked.");
        assertThat(lines.of(new LinkBar.Locked(true)).title()).isEqualTo("The passphrase is wrong.");
        assertThat(actions(new LinkBar.Locked(false))).containsExactly("Enter passphrase\u2026");
        assertThat(actions(new LinkBar.Locked(true))).containsExactly("Enter passphrase\u2026");
        assertThat(done).containsExactly("passphrase", "passphrase anew");
    }

    @Test
    void aSecretThatCanNotBeReadIsToldWithItsReason() {
        var bar = new LinkBar.NoSecret(Problem.error("secret.no_secret", "secret"));
        assertThat(lines.of(bar).text()).isNotBlank();
        assertThat(actions(bar)).containsExactly("Enter secret\u2026");
        assertThat(done).containsExactly("secret");
    }
}
