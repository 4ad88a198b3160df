package dev.outpace.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundTrialTest {
    private static final String HOST = "127.0.0.1";
    private static final int RATE_AT = 24;

    @TempDir
    private Path folder;

    private static SpeechSettings at(int port) {
        return new SpeechSettings("espeak-ng {text}", "en", HOST, port);
    }

    private static HttpResponse<byte[]> fetch(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void itIsServedAtThePlaceUntilItIsClosedAndTellsThatItWasFetched() throws Exception {
        try (var trial = SoundTrial.open(folder.resolve("new"), at(0))) {
            assertThat(trial.isFetched()).isFalse();
            assertThat(trial.address())
                    .startsWith("http://" + trial.place() + "/speech/")
                    .endsWith(".wav");
            var sound = fetch(trial.address());
            assertThat(sound.statusCode()).isEqualTo(200);
            assertThat(ByteBuffer.wrap(sound.body())
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getInt(RATE_AT))
                    .isEqualTo(8_000);
            assertThat(trial.isFetched()).isTrue();
        }
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void eachIsNewToAnExchangeThatKeepsWhatItFetched() throws IOException {
        try (var one = SoundTrial.open(folder, at(0));
                var other = SoundTrial.open(folder, at(0))) {
            assertThat(path(one)).isNotEqualTo(path(other));
        }
    }

    private static String path(SoundTrial trial) {
        return URI.create(trial.address()).getPath();
    }

    @Test
    void theServerOfTheOpenWorkspaceServesItWhereThePortIsTaken() throws Exception {
        var server = new SoundServer(folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try (server;
                var trial = SoundTrial.open(folder, at(server.port()))) {
            assertThat(trial.place()).isEqualTo(HOST + ':' + server.port());
            assertThat(fetch(trial.address()).statusCode()).isEqualTo(200);
            assertThat(trial.isFetched()).isFalse();
        }
    }

    @Test
    void anAddressOfNobodyHereCanNotServeIt() {
        assertThatThrownBy(
                        () -> SoundTrial.open(folder, new SpeechSettings("espeak-ng {text}", "en", "192.0.2.1", 8077)))
                .isInstanceOf(BindException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatElseListensThereKeepsItsPort() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var trial = SoundTrial.open(folder, at(other.getLocalPort()))) {
            assertThat(trial.place()).isEqualTo(HOST + ':' + other.getLocalPort());
        }
    }
}
