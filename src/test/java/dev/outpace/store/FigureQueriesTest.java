package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.CallFigures;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.CallFigures.Wait;
import dev.outpace.model.EndCause;
import dev.outpace.ui.live.Facts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class FigureQueriesTest {
    private static final Instant NOW = Facts.NOW;

    @TempDir
    private Path folder;

    private Store store;
    private PlacedCalls calls;

    @BeforeEach
    void open() {
        store = Store.open(folder, "a test", new JacksonJson());
        calls = new PlacedCalls(store, 100);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private CallFigures figures(Instant since) {
        return store.figureQueries()
                .figures(PlacedCalls.CAMPAIGN, PlacedCalls.QUEUE, since)
                .join();
    }

    @Test
    void sharesAndTimesAreThoseOfTheEndedCalls() {
        calls.talked(NOW, 8, 100);
        calls.talked(NOW, 12, 200);
        calls.answered(NOW, 10, EndCause.ABANDONED);
        calls.ended(NOW, 3, EndCause.BUSY);
        calls.ended(NOW, 1, EndCause.BAD_NUMBER);
        calls.ended(NOW, 30, EndCause.NO_ANSWER);

        var found = figures(NOW);

        assertThat(found.dialed()).isEqualTo(6);
        assertThat(found.answered()).isEqualTo(3);
        assertThat(found.unreachable()).isEqualTo(2);
        assertThat(found.ring()).isEqualTo(new Times(3, 10, 2));
        assertThat(found.fail().mean()).isEqualTo(2);
        assertThat(found.talk().count()).isEqualTo(2);
        assertThat(found.talk().mean()).isEqualTo(150);
        assertThat(found.talk().sd()).isCloseTo(70.71, within(0.01));
    }

    @Test
    void whatHappensBetweenTheAnswerAndTheQueueIsToldByHowCallsEnd() {
        calls.leftFlow(NOW, 8, 3, EndCause.MACHINE);
        calls.leftFlow(NOW, 8, 5, EndCause.HUNG_UP);
        calls.leftFlow(NOW, 8, 9, EndCause.NORMAL);
        calls.inQueue(NOW, PlacedCalls.QUEUE, 16, Map.of());
        calls.inQueue(NOW, Facts.id(41), 19, Map.of());

        var flow = figures(NOW).flow();

        assertThat(flow.machines()).isEqualTo(new Times(1, 3, 0));
        assertThat(flow.toQueue()).isEqualTo(new Times(1, 16, 0));
        assertThat(flow.leaving().count()).isEqualTo(3);
        assertThat(flow.leaving().mean())
                .as("who comes to another queue leaves")
                .isEqualTo((5 + 9 + 19) / 3.0);
        assertThat(flow.hungUp()).isEqualTo(2);
        assertThat(figures(NOW).answered()).isEqualTo(4);
    }

    @Test
    void whatHappensInTheQueueIsToldByTheHistoryOfCalls() {
        var aiko = Facts.id(51);
        calls.inQueue(
                NOW,
                PlacedCalls.QUEUE,
                10,
                Map.of(11L, "AGENT_RINGING " + aiko, 13L, "AGENT_CONNECTED " + aiko, 90L, "QUEUE_LEFT ABANDONED"));
        calls.inQueue(
                NOW,
                PlacedCalls.QUEUE,
                10,
                Map.of(
                        11L, "AGENT_RINGING " + aiko,
                        31L, "AGENT_MISSED " + aiko + " NO_ANSWER",
                        32L, "AGENT_RINGING " + aiko,
                        33L, "AGENT_MISSED " + aiko + " REJECTED",
                        34L, "AGENT_MISSED " + aiko + " UNREACHABLE",
                        40L, "QUEUE_LEFT ABANDONED"));
        calls.inQueue(NOW, PlacedCalls.QUEUE, 10, Map.of(12L, "QUEUE_LEFT TIMEOUT"));
        calls.inQueue(NOW, Facts.id(41), 10, Map.of(12L, "QUEUE_LEFT ABANDONED"));

        var queued = figures(NOW).queued();

        assertThat(queued.waits())
                .containsExactlyInAnyOrder(new Wait(3, false), new Wait(30, true), new Wait(2, false));
        assertThat(queued.pickUp()).isEqualTo(new Times(1, 2, 0));
        assertThat(queued.noAnswer()).isEqualTo(new Times(1, 20, 0));
        assertThat(queued.rejected()).isEqualTo(1);
        assertThat(queued.unreachable()).isEqualTo(1);
        assertThat(queued.offered()).isEqualTo(4);
        assertThat(figures(NOW).scaled(10).queued().waits()).contains(new Wait(300, true));
    }

    @Test
    void callsThatWereCutShortFromOurSideOrAreOldOrInProgressDoNotCount() {
        calls.ended(NOW, 1, EndCause.NOT_PLACED);
        calls.ended(NOW, 5, EndCause.CANCELLED);
        calls.ended(NOW, 5, EndCause.INTERRUPTED);
        calls.ended(NOW.minusSeconds(1), 30, EndCause.NO_ANSWER);
        calls.inProgress(NOW);

        assertThat(figures(NOW)).isEqualTo(CallFigures.NONE);
    }

    @Test
    void timesGrowOneByOneAsTheyWouldBeSummedUp() {
        var times = Times.NONE.with(8).with(12).with(10);

        assertThat(times.count()).isEqualTo(3);
        assertThat(times.mean()).isCloseTo(10, within(1e-9));
        assertThat(times.sd()).isCloseTo(2, within(1e-9));
    }
}
