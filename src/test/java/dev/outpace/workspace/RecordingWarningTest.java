package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.files.PrivateFiles;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.workspace.secrets.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign that records its calls, with and without a folder in which the recordings are found. */
class RecordingWarningTest {
    private static final JacksonJson JSON = new JacksonJson();
    private static final UUID RECORDED = UUID.fromString("00000000-0000-0000-0000-000000000040");
    private static final UUID UNRECORDED = UUID.fromString("00000000-0000-0000-0000-000000000041");
    private static final Problem WARNING = Problem.warning("start.recordings_unlisted", "Recorded", 30);

    /** Where nothing listens. */
    private static final int CLOSED_PORT = 9;

    @TempDir
    private Path folder;

    @BeforeEach
    void setUp() throws IOException {
        var setUp = Files.writeString(folder.resolve("setup.json"), """
            {"outplans": [{"id": "00000000-0000-0000-0000-000000000020", "name": "Plan", "dial_timeout": 20000,
               "try_interval": 60000, "max_try_count_0": 1}],
             "outdials": [{"id": "00000000-0000-0000-0000-000000000030", "name": "Customers", "targets": [
               {"name": "Ann", "destination_0": {"type": "tel", "target": "+12125550100"}}]},
              {"id": "00000000-0000-0000-0000-000000000031", "name": "Others", "targets": []}],
             "campaigns": [
              {"id": "00000000-0000-0000-0000-000000000040", "type": "call", "name": "Recorded", "service_level": 0,
               "outplan_id": "00000000-0000-0000-0000-000000000020",
               "outdial_id": "00000000-0000-0000-0000-000000000030",
               "outpace": {"record_calls": true},
               "actions": [{"id": "00000000-0000-0000-0000-0000000000a1", "type": "hangup"}]},
              {"id": "00000000-0000-0000-0000-000000000041", "type": "call", "name": "Unrecorded",
               "service_level": 0, "outplan_id": "00000000-0000-0000-0000-000000000020",
               "outdial_id": "00000000-0000-0000-0000-000000000031",
               "actions": [{"id": "00000000-0000-0000-0000-0000000000a2", "type": "hangup"}]}]}
            """);
        var secret = Files.writeString(folder.resolve("secret"), "no-secret-of-anyone\n");
        PrivateFiles.makePrivate(secret);
        var connection = new AsteriskConnection(
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
        try (var orders = orders()) {
            assertThat(orders.importFiles(List.of(setUp), false).problems()).noneMatch(Problem::isError);
            assertThat(orders.useAsterisk(connection, new LineLimits(60, 7)).problems())
                    .isEmpty();
        }
    }

    private OfflineOrders orders() {
        return new OfflineOrders(folder, "test", JSON, Clock.systemUTC());
    }

    private Workspace open() {
        return Workspace.open(
                new Workspace.Opening(folder, "test", 1, false, false, 1, CarrierLog.NONE), JSON, Clock.systemUTC());
    }

    private void recordingsAreFound() {
        try (var orders = orders()) {
            assertThat(orders.useMedia(orders.media(), new Monitoring("", "/srv/monitor"))
                            .problems())
                    .isEmpty();
        }
    }

    @Test
    void itsStartIsAskedAboutWhileNoFolderIsSet() {
        try (var workspace = open()) {
            var campaigns = workspace.campaigns();
            assertThat(campaigns.startProblems(RECORDED)).containsExactly(WARNING);
            assertThat(campaigns.startProblems(UNRECORDED)).isEmpty();
            assertThat(campaigns.tryOne(RECORDED, false).join()).isEqualTo(new Answer.Asks(List.of(WARNING)));
        }
        recordingsAreFound();
        try (var workspace = open()) {
            assertThat(workspace.campaigns().startProblems(RECORDED)).isEmpty();
        }
    }

    @Test
    void theCommandLineSaysItAndStarts() {
        try (var orders = orders()) {
            assertThat(orders.start("Recorded", true)).isEqualTo(new Answer.Done(List.of(WARNING)));
            assertThat(orders.start("Unrecorded", true).problems()).isEmpty();
        }
        recordingsAreFound();
        try (var orders = orders()) {
            assertThat(orders.start("Recorded", true).problems()).isEmpty();
        }
    }

    @Test
    void simulatedCallsAreNotRecordedAndNothingIsSaid() {
        try (var orders = orders()) {
            orders.useSimulated();
        }
        try (var orders = orders()) {
            assertThat(orders.start("Recorded").problems()).isEmpty();
        }
    }

    @Test
    void theSentenceSaysWhatToDo() {
        var words = new ProblemWords();
        assertThat(words.line(WARNING))
                .isEqualTo("Recorded: Calls are recorded, but no folder of recordings is set: the files stay at the"
                        + " exchange, where nobody hears them from here or deletes them after 30 days. Enter the folder"
                        + " under Settings, Telephony, or with outpace telephony media --recordings.");
        assertThat(words.sentence(Problem.warning("start.recordings_unlisted", "", 1)))
                .contains("from here or deletes them after 1 day. ");
        assertThat(words.sentence(Problem.warning("start.recordings_unlisted", "", 0)))
                .contains("hears them from here. ");
    }
}
