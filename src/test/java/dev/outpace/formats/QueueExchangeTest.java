package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange's own queue that hands callers to agents, in set-ups. */
class QueueExchangeTest {
    private final CampaignFiles files = new CampaignFiles(UUID::randomUUID);

    @TempDir
    Path folder;

    @Test
    void itStandsInTheOwnObjectAndIsWrittenWhereThereIsOne() throws IOException {
        var setUp = read("""
            {"name": "a", "outpace": {"asterisk_queue": "support", "later": 7}}, {"name": "b"}\
            """);

        assertThat(setUp.problems()).isEmpty();
        assertThat(setUp.queues()).extracting(Queue::exchangeQueue).containsExactly(new ExchangeQueue("support"), null);
        var written = setUp.queues().stream()
                .map(queue -> new JacksonJson().write(QueueShape.write(queue)))
                .toList();
        assertThat(written.getFirst()).contains("\"outpace\":{\"asterisk_queue\":\"support\",\"later\":7}");
        assertThat(written.get(1)).doesNotContain("outpace");
        assertThat(read(written.getFirst()).queues())
                .extracting(Queue::exchangeQueue)
                .containsExactly(new ExchangeQueue("support"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"support,c,,,1", "a b", "${SHELL(x)}", "a&b", "a\\r\\nAction: Logoff"})
    void aNameThatCouldNotStandInAnOrderIsRefusedAtItsPlace(String name) throws IOException {
        assertThat(read("{\"name\": \"a\", \"outpace\": {\"asterisk_queue\": \"" + name + "\"}}")
                        .problems())
                .extracting(Problem::place)
                .containsExactly(folder.resolve("f.json") + " queues[0].outpace.asterisk_queue");
    }

    @Test
    void agentsDoNotStayConnectedWhereAsterisksOwnQueueRingsThem() throws IOException {
        assertThat(read("""
            {"name": "a", "outpace": {"asterisk_queue": "support", "agents_stay_connected": true}}\
            """).problems())
                .containsExactly(Problem.error(
                        "queue.two_modes", folder.resolve("f.json") + " queues[0].outpace.asterisk_queue", "support"));
    }

    private SetUp read(String queues) throws IOException {
        return files.read(List.of(Files.writeString(folder.resolve("f.json"), "{\"queues\": [" + queues + "]}")));
    }
}
