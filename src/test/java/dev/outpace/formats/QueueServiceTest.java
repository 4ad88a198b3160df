package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How agents serve a queue, in set-ups. */
class QueueServiceTest {
    private final CampaignFiles files = new CampaignFiles(UUID::randomUUID);

    @TempDir
    Path folder;

    @Test
    void itStandsInTheOwnObjectAndIsWrittenWhereItIsNotTheUsual() throws IOException {
        var setUp = read("""
            {"name": "a", "outpace": {"wrap_up": 2500, "ring_time": 8000, "later": 7}}, {"name": "b"}, {"name": "c", "outpace": {"wrap_up": 0}}\
            """);

        assertThat(setUp.problems()).isEmpty();
        assertThat(setUp.queues())
                .extracting(Queue::service)
                .containsExactly(new QueueService(2_500, 8_000), QueueService.USUAL, new QueueService(0, 15_000));
        var written = setUp.queues().stream()
                .map(queue -> new JacksonJson().write(QueueShape.write(queue)))
                .toList();
        assertThat(written.getFirst()).contains("\"outpace\":{\"wrap_up\":2500,\"ring_time\":8000,\"later\":7}");
        assertThat(written.get(1)).doesNotContain("outpace");
        assertThat(written.get(2)).contains("\"outpace\":{\"wrap_up\":0}");
        assertThat(read(written.getFirst()).queues())
                .extracting(Queue::service)
                .containsExactly(new QueueService(2_500, 8_000));
    }

    @Test
    void whatIsNoTimeIsRefusedAtItsPlace() throws IOException {
        assertThat(read("{\"name\": \"a\", \"outpace\": {\"wrap_up\": -1, \"ring_time\": 999}}")
                        .problems())
                .extracting(Problem::place)
                .containsExactly(
                        folder.resolve("f.json") + " queues[0].outpace.wrap_up",
                        folder.resolve("f.json") + " queues[0].outpace.ring_time");
    }

    @Test
    void agentsWhoStayConnectedStandInTheOwnObjectToo() throws IOException {
        var setUp = read("""
            {"name": "a", "outpace": {"agents_stay_connected": true, "later": 7}}, {"name": "b", "outpace": {"wrap_up": 1}}\
            """);

        assertThat(setUp.problems()).isEmpty();
        assertThat(setUp.queues())
                .extracting(queue -> queue.service().agentsStay())
                .containsExactly(true, false);
        var written = new JacksonJson().write(QueueShape.write(setUp.queues().getFirst()));
        assertThat(written).contains("\"outpace\":{\"agents_stay_connected\":true,\"later\":7}");
        assertThat(read(written).queues())
                .extracting(queue -> queue.service().agentsStay())
                .containsExactly(true);
        assertThat(read("{\"name\": \"a\", \"outpace\": {\"agents_stay_connected\": 1}}")
                        .problems())
                .extracting(Problem::place)
                .containsExactly(folder.resolve("f.json") + " queues[0].outpace.agents_stay_connected");
    }

    private SetUp read(String queues) throws IOException {
        return files.read(List.of(Files.writeString(folder.resolve("f.json"), "{\"queues\": [" + queues + "]}")));
    }
}
