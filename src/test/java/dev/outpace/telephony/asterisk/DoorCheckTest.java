package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.telephony.asterisk.CheckResult.State;
import dev.outpace.telephony.asterisk.ami.AmiPlace;
import dev.outpace.telephony.asterisk.ami.AmiTls;
import dev.outpace.telephony.asterisk.ami.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who answers at a place, over a real network, loopback. */
class DoorCheckTest {
    private static final String HOST = "127.0.0.1";

    private final List<CheckResult> results = new ArrayList<>();

    private boolean mayLogIn(String host, int port, boolean local, @Nullable AmiTls tls) {
        return DoorCheck.run(new AmiPlace(host, port, tls), local, CheckTime.begin(), results::add);
    }

    /** Takes connections until the socket is closed, and says nothing but what TLS says by itself. */
    private static void open(ServerSocket socket) {
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try (var connection = socket.accept()) {
                    connection.getInputStream().read();
                } catch (IOException refused) {
                    // Who knocks leaves without a word.
                }
            }
        });
    }

    @Test
    void aHostThatNobodyKnowsIsToldSo() {
        assertThat(mayLogIn("exchange.invalid", 5038, false, null)).isFalse();
        assertThat(results)
                .singleElement()
                .returns("reach.no_host", CheckResult::code)
                .returns(List.of("exchange.invalid"), CheckResult::args);
    }

    @Test
    void aPortWhereNobodyListensIsToldWithTheReason() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(mayLogIn(HOST, port, true, null)).isFalse();
        assertThat(results)
                .singleElement()
                .returns("reach.none", CheckResult::code)
                .returns(State.FAIL, CheckResult::state);
    }

    @Test
    void withoutEncryptionALoginMayBeTriedAndOverANetworkIsWarnedOf() throws IOException {
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            open(socket);
            assertThat(mayLogIn(HOST, socket.getLocalPort(), true, null)).isTrue();
            assertThat(mayLogIn(HOST, socket.getLocalPort(), false, null)).isTrue();
            assertThat(results)
                    .extracting(CheckResult::code)
                    .containsExactly("reach.ok", "tls.local", "reach.ok", "tls.open");
        }
    }

    @Test
    void theDoorTakesItsTimeFromTheWholeCheck(@TempDir Path folder) throws Exception {
        var certificate = SelfSigned.in(folder);
        var now = new AtomicLong();
        try (var socket = certificate.socket()) {
            open(socket);
            var place = new AmiPlace(HOST, socket.getLocalPort(), new AmiTls(certificate.fingerprint()));
            assertThat(DoorCheck.run(place, true, new CheckTime(now::get), result -> {
                        results.add(result);
                        now.addAndGet(Duration.ofSeconds(10).toNanos());
                    }))
                    .isFalse();
        }
        assertThat(results).extracting(CheckResult::code).containsExactly("reach.ok", "not_tried");
        assertThat(results.getLast().name()).isEqualTo("tls");
    }

    @Test
    void aCertificateThatNobodySignedIsShownAndTheAcceptedOneIsRight(@TempDir Path folder) throws Exception {
        var certificate = SelfSigned.in(folder);
        try (var socket = certificate.socket()) {
            open(socket);
            int port = socket.getLocalPort();
            assertThat(mayLogIn(HOST, port, true, new AmiTls(""))).isFalse();
            assertThat(mayLogIn(HOST, port, true, new AmiTls("ab".repeat(32)))).isFalse();
            assertThat(mayLogIn(HOST, port, true, new AmiTls(certificate.fingerprint())))
                    .isTrue();
            assertThat(results)
                    .filteredOn(result -> result.name().equals("tls"))
                    .extracting(CheckResult::code)
                    .containsExactly("tls.unknown", "tls.other", "tls.ok");
            assertThat(results.get(1).certificate().replace(":", "").toLowerCase(Locale.ROOT))
                    .isEqualTo(certificate.fingerprint());
        }
    }

    @Test
    void whoDoesNotSpeakTlsIsToldSo() throws IOException {
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            open(socket);
            assertThat(mayLogIn(HOST, socket.getLocalPort(), true, new AmiTls("")))
                    .isFalse();
            assertThat(results).extracting(CheckResult::code).containsExactly("reach.ok", "tls.none");
        }
    }
}
