package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.CallFigures;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.EndCause;
import dev.outpace.ui.live.Facts;
import java.nio.file.Path;
import java.time.Instant;
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
        return store.figureQueries().figures(PlacedCalls.CAMPAIGN, since).join();
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
