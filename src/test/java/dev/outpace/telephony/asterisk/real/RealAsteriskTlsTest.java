package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.telephony.asterisk.AsteriskTelephony;
import dev.outpace.telephony.asterisk.CheckResult;
import dev.outpace.telephony.asterisk.CheckTime;
import dev.outpace.telephony.asterisk.DoorCheck;
import dev.outpace.telephony.asterisk.LinkBarrier;
import dev.outpace.telephony.asterisk.ami.AmiPlace;
import dev.outpace.telephony.asterisk.ami.AmiSocket;
import dev.outpace.telephony.asterisk.ami.AmiTls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Over the encrypted port of a real Asterisk, whose certificate it has made itself. */
@Tag("asterisk")
class RealAsteriskTlsTest {
    private static final int LINK_SECONDS = 30;

    private final ThreadClock clock = new ThreadClock();
    private final BlockingQueue<EngineInput> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<LinkBarrier> barriers = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        clock.close();
    }

    private static AmiPlace place(String fingerprint) {
        var place = RealAsterisk.given("OUTPACE_ASTERISK_TLS").split(":", -1);
        return new AmiPlace(place[0], Integer.parseInt(place[1]), new AmiTls(fingerprint));
    }

    private static String fingerprint() {
        return RealAsterisk.given("OUTPACE_ASTERISK_FINGERPRINT");
    }

    private AsteriskTelephony telephony(String fingerprint) {
        var telephony = new AsteriskTelephony(
                clock,
                told::add,
                AmiSocket.to(place(fingerprint), clock::monotonicNanos, clock),
                RealAsterisk.settings("PJSIP/carrier"));
        telephony.tellBarriers(barriers::add);
        telephony.connect();
        return telephony;
    }

    private EngineInput next() throws InterruptedException {
        return Objects.requireNonNull(told.poll(LINK_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void itIsLinkedByTheFingerprintOfItsCertificate() throws InterruptedException {
        try (var _ = telephony(fingerprint())) {
            assertThat(next()).isInstanceOf(LinkUp.class);
        }
    }

    @Test
    void anotherCertificateThanTheAcceptedOneEndsTheTriesAndIsTold() throws InterruptedException {
        try (var _ = telephony("ab".repeat(32))) {
            assertThat(next()).isInstanceOf(LinkDown.class);
            assertThat(barriers.poll(LINK_SECONDS, TimeUnit.SECONDS))
                    .isEqualTo(new LinkBarrier.OtherCertificate(
                            fingerprint().replace(":", "").toLowerCase(Locale.ROOT)));
            assertThat(told).isEmpty();
        }
    }

    @Test
    void theCheckShowsTheCertificateAndAcceptsItByItsFingerprint() {
        List<CheckResult> found = new ArrayList<>();
        assertThat(DoorCheck.run(place(""), true, CheckTime.begin(), found::add))
                .isFalse();
        assertThat(found.getLast().certificate()).isEqualTo(fingerprint());
        assertThat(DoorCheck.run(place(fingerprint()), true, CheckTime.begin(), found::add))
                .isTrue();
        assertThat(found.getLast().code()).isEqualTo("tls.ok");
    }
}
