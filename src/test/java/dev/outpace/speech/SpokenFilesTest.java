package dev.outpace.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // Opened before each test.
class SpokenFilesTest {
    @TempDir
    private Path folder;

    private final FakeVoice voice = new FakeVoice("fake");
    private final HttpClient client = HttpClient.newHttpClient();
    private SpokenFiles speech;

    @BeforeEach
    void open() throws IOException {
        speech = new SpokenFiles(folder.resolve("sounds"), voice, "127.0.0.1", 0);
    }

    @AfterEach
    void close() {
        speech.close();
        client.close();
    }

    private static String wait(CompletableFuture<String> address) throws Exception {
        return address.get(20, TimeUnit.SECONDS);
    }

    private String address(String text) throws Exception {
        return wait(speech.address(Utterance.of(text, "en")));
    }

    private HttpResponse<byte[]> ask(String method, String address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address)).method(method, HttpRequest.BodyPublishers.noBody());
        return client.send(
                (headers.length > 0 ? request.headers(headers) : request).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void aTextIsSpokenOnceAndServedUnderItsHash() throws Exception {
        var address = address("Good morning");
        assertThat(address).matches("http://127\\.0\\.0\\.1:[0-9]+/speech/[0-9a-f]{64}\\.wav");
        assertThat(address("Good morning")).isEqualTo(address);
        assertThat(voice.spoken).containsExactly("Good morning");

        var got = ask("GET", address);
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).hasSizeGreaterThan(15_000);
        assertThat(got.headers().firstValue("Cache-Control")).contains("max-age=31536000, immutable");
        assertThat(got.headers().firstValue("Content-Type")).contains("audio/x-wav");
        var tag = got.headers().firstValue("ETag").orElseThrow();
        assertThat(ask("GET", address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        var head = ask("HEAD", address);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(got.body().length);
    }

    @Test
    void manyAskersOfOneTextWaitForOneVoice() throws Exception {
        var asked = IntStream.range(0, 20)
                .mapToObj(_ -> speech.address(Utterance.of("Hello", "")))
                .toList();
        for (var address : asked) {
            assertThat(wait(address)).isEqualTo(wait(asked.getFirst()));
        }
        assertThat(voice.spoken).hasSize(1);
    }

    @Test
    void otherTextsLanguagesAndVoicesAreOtherSounds() throws Exception {
        var other = new FakeVoice("other");
        try (var others = new SpokenFiles(folder.resolve("sounds"), other, "127.0.0.1", 0)) {
            var paths = new String[] {
                URI.create(address("Hello")).getPath(),
                URI.create(address("Hello there")).getPath(),
                URI.create(wait(speech.address(Utterance.of("Hello", "de")))).getPath(),
                URI.create(wait(others.address(Utterance.of("Hello", "en")))).getPath()
            };
            assertThat(paths).doesNotHaveDuplicates();
        }
    }

    @Test
    void afterARestartNothingIsSpokenAgain() throws Exception {
        address("Hello");
        var again = new FakeVoice("fake");
        try (var next = new SpokenFiles(folder.resolve("sounds"), again, "127.0.0.1", 0)) {
            assertThat(ask("GET", wait(next.address(Utterance.of("Hello", "en"))))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(again.spoken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "<speak></speak>", "\r\n", FakeVoice.UNSPEAKABLE})
    void whatCanNotBeSpokenIsAFailureAndLeavesNothing(String text) throws Exception {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> address(text))
                .withCauseInstanceOf(SpeechException.class);
        try (var files = Files.list(folder.resolve("sounds"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aTextThatIsTooLongIsAFailure() {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> address("x".repeat(Utterance.LONGEST + 1)))
                .withCauseInstanceOf(SpeechException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/speech/",
                "/speech/../secret.txt",
                "/speech/%2e%2e/secret.txt",
                "/speech/..%2fsecret.txt",
                "/secret.txt",
                "/speech/0000000000000000000000000000000000000000000000000000000000000000.wav",
                "/speech/0000000000000000000000000000000000000000000000000000000000000000.wav%00.txt"
            })
    void nothingElseIsServed(String path) throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        var base = address("Hello").replaceFirst("/speech/.*", "");
        assertThat(ask("GET", base + path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "OPTIONS"})
    void soundsAreOnlyRead(String method) throws Exception {
        assertThat(ask(method, address("Hello")).statusCode()).isEqualTo(405);
    }

    @Test
    void theOldestSoundsAreRemovedWhenTheyComeToMany() throws Exception {
        var first = address("one");
        var second = address("two");
        Files.setLastModifiedTime(file(first), FileTime.fromMillis(0));
        speech.removeOldest(Files.size(file(second)));
        assertThat(file(first)).doesNotExist();
        assertThat(file(second)).exists();
        assertThat(ask("GET", address("one")).statusCode()).as("spoken again").isEqualTo(200);
    }

    private Path file(String address) {
        return folder.resolve("sounds").resolve(address.replaceFirst(".*/", ""));
    }
}
