package dev.outpace.telephony.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over a real network, loopback. */
@Timeout(60)
class AmiSocketTest {
    private static final String PASSWORD = "password";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final ExecutorService home = Executors.newSingleThreadExecutor();
    private final List<AmiWire> wires = new ArrayList<>();

    private final AmiWire.Listener listener = new AmiWire.Listener() {
        @Override
        public void greeted(String greeting) {
            heard.add(greeting);
        }

        @Override
        public void received(AmiMessage message) {
            heard.add(message.toString());
        }

        @Override
        public void otherCertificate(String fingerprint) {
            heard.add("certificate " + fingerprint);
        }

        @Override
        public void closed(String reason) {
            heard.add("closed: " + reason);
        }
    };

    private AmiWire connect(int port, AmiTls... tls) {
        var place =
                new AmiPlace(InetAddress.getLoopbackAddress().getHostAddress(), port, tls.length == 0 ? null : tls[0]);
        var wire = AmiSocket.to(place, System::nanoTime, home).connect(listener);
        wires.add(wire);
        return wire;
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
    }

    @AfterEach
    void nothingStaysBehind() throws InterruptedException {
        wires.forEach(AmiWire::close);
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("asterisk ")) {
                thread.join(Duration.ofSeconds(30));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        home.shutdownNow();
    }

    @Test
    void messagesGoBothWaysAndTheEndIsTold() throws Exception {
        try (var server = new AmiServer()) {
            var wire = connect(server.port());
            server.accept();
            assertThat(next()).isEqualTo("Asterisk Call Manager/11.0.0");
            wire.send(AmiAction.of("Ping"));
            wire.send(AmiAction.of("Logoff"));
            assertThat(server.action()).isEqualTo("Action: Ping\n");
            assertThat(server.action()).isEqualTo("Action: Logoff\n");
            long before = wire.heardAt();
            server.write("\r\nEvent: Shutdown\r\n");
            server.write("\r\nEvent: Hangup\r\n\r\n");
            assertThat(next()).isEqualTo("Event: Shutdown");
            assertThat(next()).isEqualTo("Event: Hangup");
            assertThat(wire.heardAt() - before).isPositive();
            server.hangUp();
            assertThat(next()).startsWith("closed: ");
        }
    }

    @Test
    void whereNobodyListensTheReasonIsTold() throws Exception {
        int port;
        try (var server = new AmiServer()) {
            port = server.port();
        }
        connect(port);
        assertThat(next()).startsWith("closed: Connection refused");
    }

    @Test
    void afterOurCloseNothingIsTold() throws Exception {
        try (var server = new AmiServer()) {
            var wire = connect(server.port());
            server.accept();
            next();
            wire.close();
            wire.send(AmiAction.of("Ping"));
            assertThat(server.action()).isEmpty();
        }
        home.submit(() -> {}).get();
        assertThat(heard).isEmpty();
    }

    /** The half-open case: the far end is there and reads nothing. */
    @Test
    void aFarEndThatReadsNothingHoldsUpNobodyAndIsGivenUp() throws Exception {
        try (var server = new AmiServer()) {
            var wire = connect(server.port());
            server.accept();
            next();
            var large = AmiAction.of("Setvar").with("Value", "x".repeat(10_000));
            for (int i = 0; i < 20_000; i++) {
                wire.send(large);
            }
            assertThat(next()).isEqualTo("closed: Asterisk takes no orders");
        }
    }

    @Test
    void aWriterThatIsStuckEndsWithOurClose() throws Exception {
        try (var server = new AmiServer()) {
            var wire = connect(server.port());
            server.accept();
            next();
            var large = AmiAction.of("Setvar").with("Value", "x".repeat(10_000));
            for (int i = 0; i < 5_000; i++) {
                wire.send(large);
            }
            wire.close();
        }
    }

    /** More than may wait: reading stops, and goes on when the other thread has time. */
    @Test
    void aFloodIsHeardWholeAndInOrderHoweverSlowTheListenerIs() throws Exception {
        int events = 150_000;
        var go = new CountDownLatch(1);
        try (var server = new AmiServer();
                var writer = Executors.newSingleThreadExecutor()) {
            connect(server.port());
            server.accept();
            next();
            home.execute(() -> await(go));
            var written = writer.submit(() -> {
                for (int event = 0; event < events; event++) {
                    server.write(flood(event) + "\r\n\r\n");
                }
                return true;
            });
            go.countDown();
            for (int event = 0; event < events; event++) {
                assertThat(next()).isEqualTo(flood(event));
            }
            assertThat(written.get()).isTrue();
        }
    }

    private static String flood(int event) {
        return "Event: E" + event / 1_000 + '.' + event % 1_000;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void overTlsTheCertificateThatWasAcceptedIsTheOnlyOne(@TempDir Path folder) throws Exception {
        var store = keyStore(folder);
        var context = context(store);
        var right = AmiTls.fingerprintOf((X509Certificate) store.getCertificate("ami"));
        try (var server = new AmiServer(
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress()))) {
            var wire = connect(server.port(), new AmiTls(right.toUpperCase(Locale.ROOT)));
            server.accept();
            assertThat(next()).isEqualTo("Asterisk Call Manager/11.0.0");
            wire.send(AmiAction.of("Ping"));
            assertThat(server.action()).isEqualTo("Action: Ping\n");
            wire.close();
        }
        for (var wrong : List.of("00", "")) {
            try (var server = new AmiServer(
                    context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress()))) {
                connect(server.port(), new AmiTls(wrong));
                assertThat(home.submit(() -> accepts(server)).get()).isFalse();
                if (!wrong.isEmpty()) {
                    assertThat(next()).isEqualTo("certificate " + right);
                }
                assertThat(next()).startsWith("closed: ").doesNotContain("Call Manager");
            }
        }
    }

    private static boolean accepts(AmiServer server) {
        try {
            server.accept();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static KeyStore keyStore(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("ami.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "ami",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=asterisk",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD,
                        "-validity",
                        "1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
