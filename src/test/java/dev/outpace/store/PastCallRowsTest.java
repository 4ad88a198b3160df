package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.EndCause;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PastCall;
import dev.outpace.model.PastCall.Stage;
import dev.outpace.ui.live.Facts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine is told of the latest calls with which it can learn before the first dial. */
class PastCallRowsTest {
    @Test
    void theLatestCallsOfACampaignComeWithTheirHistories(@TempDir Path folder) {
        try (var store = Store.open(folder, "a test", new JacksonJson())) {
            var calls = new PlacedCalls(store, 400);
            for (int i = 0; i < 310; i++) {
                calls.ended(Facts.NOW.plusSeconds(i), 30, EndCause.NO_ANSWER);
            }
            calls.inQueue(
                    Facts.NOW.plusSeconds(1_000),
                    PlacedCalls.QUEUE,
                    16,
                    Map.of(4L, "ACTION talk", 18L, "AGENT_RINGING " + Facts.id(51)));
            calls.inProgress(Facts.NOW.plusSeconds(1_001));

            var past = store.engineState(LineLimits.DEFAULT, 1, true).past();

            assertThat(past).hasSize(299);
            assertThat(past.getFirst().ring()).isEqualTo(30);
            assertThat(past.getLast())
                    .isEqualTo(new PastCall(
                            PlacedCalls.CAMPAIGN,
                            true,
                            false,
                            0,
                            true,
                            16,
                            List.of(new Stage(PlacedCalls.QUEUE, 12)),
                            2,
                            false,
                            0,
                            PastCall.UNKNOWN));
        }
    }
}
