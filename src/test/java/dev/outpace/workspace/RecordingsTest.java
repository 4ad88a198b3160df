package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.model.CallRecording;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.model.ResourceBook;
import dev.outpace.ui.live.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read and deleted of the exchange's folder of recordings, and what is left alone. */
class RecordingsTest {
    private static final UUID CALL = UUID.fromString("00000000-0000-0005-0000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0005-0000-000000000002");

    @TempDir
    private Path monitor;

    private RecordingFolder folder;

    @BeforeEach
    void fill() throws IOException {
        folder = new RecordingFolder(monitor);
        Files.createDirectory(monitor.resolve("outpace"));
    }

    private Path file(String name, int bytes) throws IOException {
        return Files.write(monitor.resolve("outpace").resolve(name), new byte[bytes]);
    }

    @Test
    void theWholeCallAndWhatItsFlowRecordedAreListedWithTheirLength() throws IOException {
        file(CALL + "-2.gsm", 330);
        file(CALL + "-1.wav", 44 + 8_000);
        file(CALL + ".wav", 44 + 160_000);
        file(OTHER + ".wav", 44);
        file(CALL + "-x.wav", 44);
        file("notes.txt", 3);
        assertThat(folder.of(CALL))
                .extracting(RecordedFile::name)
                .containsExactly(CALL + ".wav", CALL + "-1.wav", CALL + "-2.gsm");
        assertThat(folder.of(CALL)).extracting(RecordedFile::whole).containsExactly(true, false, false);
        assertThat(folder.of(CALL))
                .extracting(RecordedFile::length)
                .containsExactly(Duration.ofSeconds(10), Duration.ofMillis(500), null);
        assertThat(folder.all()).hasSize(4);
    }

    @Test
    void whereThereIsNoFolderThereIsNothing() throws IOException {
        assertThat(new RecordingFolder(monitor.resolve("none")).of(CALL)).isEmpty();
    }

    @Test
    void noOtherFileIsReadOrDeleted() throws IOException {
        var secret = Files.writeString(monitor.resolve("secret.wav"), "secret");
        Files.createSymbolicLink(monitor.resolve("outpace").resolve(CALL + ".wav"), secret);
        assertThat(folder.of(CALL)).isEmpty();
        for (var name :
                new String[] {CALL + ".wav", "../secret.wav", secret.toString(), CALL + ".wav/../../secret.wav"}) {
            var told = new RecordedFile(CALL, name, true, Instant.EPOCH, 6, null);
            assertThatThrownBy(() -> folder.open(told)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> folder.delete(told)).isInstanceOf(IOException.class);
        }
        assertThat(secret).hasContent("secret");
    }

    @Test
    void aFolderThatIsALinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Files.write(elsewhere.resolve(CALL + ".wav"), new byte[100]);
        Files.delete(monitor.resolve("outpace"));
        Files.createSymbolicLink(monitor.resolve("outpace"), elsewhere);
        assertThat(folder.all()).isEmpty();
        assertThatThrownBy(() -> folder.delete(new RecordedFile(CALL, CALL + ".wav", true, Instant.EPOCH, 100, null)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aRecordingThatIsReadAndDeletedIsGone() throws IOException {
        var path = file(CALL + ".wav", 60);
        Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2026-05-12T10:00:00Z")));
        var found = folder.of(CALL).getFirst();
        assertThat(found.writtenAt()).isEqualTo(Instant.parse("2026-05-12T10:00:00Z"));
        try (var sound = folder.open(found)) {
            assertThat(sound.readAllBytes()).hasSize(60);
        }
        folder.delete(found);
        assertThat(folder.of(CALL)).isEmpty();
    }

    @Test
    void onlyCallsOfThisWorkspaceAreDeletedAndOnlyWhenTheirCampaignSaysSo() {
        var now = Facts.NOW;
        var kept = Facts.campaign(1, "Spring renewal", Ids.NIL, Ids.NIL, Ids.NIL);
        var book = new ResourceBook();
        book.put(kept.withOptions(CampaignOptions.DEFAULT.withRecording(new CallRecording(true, 30))));
        var call = Facts.call(7, kept).ended(EndCause.NORMAL, now);
        assertThat(Recordings.isExpired(written(now.minus(Duration.ofDays(31))), call, book, now))
                .isTrue();
        assertThat(Recordings.isExpired(written(now.minus(Duration.ofDays(29))), call, book, now))
                .isFalse();
        assertThat(Recordings.isExpired(written(now.minus(Duration.ofDays(31))), null, book, now))
                .as("of another workspace")
                .isFalse();
        assertThat(Recordings.isExpired(written(now.minus(Duration.ofDays(31))), Facts.call(8, kept), book, now))
                .as("in progress")
                .isFalse();
        book.put(kept.withOptions(CampaignOptions.DEFAULT.withRecording(new CallRecording(true, 0))));
        assertThat(Recordings.isExpired(written(now.minus(Duration.ofDays(3_000))), call, book, now))
                .as("kept for ever")
                .isFalse();
    }

    private static RecordedFile written(Instant at) {
        return new RecordedFile(CALL, CALL + ".wav", true, at, 60, Duration.ZERO);
    }
}
