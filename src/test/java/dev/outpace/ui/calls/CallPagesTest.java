package dev.outpace.ui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CallFilter;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.HandCrankedFx;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallPagesTest {

    private static final int PAGE = CallPages.PAGE;
    private static final CallFilter ALL = new CallFilter(null, List.of(), "", null);

    private final HandCrankedFx fx = new HandCrankedFx();
    private final History history = new History();
    private final CallPages pages = new CallPages(history, fx.tasks(fx.pulse()), Runnable::run);

    private void show(CallFilter filter) {
        pages.show(filter);
        fx.settle();
    }

    private void more() {
        pages.more();
        fx.settle();
    }

    private void previous() {
        pages.previous();
        fx.settle();
    }

    private UUID first() {
        return pages.lines().getFirst().id();
    }

    private UUID last() {
        return pages.lines().getLast().id();
    }

    private void assertInOrder() {
        for (int i = 1; i < pages.lines().size(); i++) {
            long before = pages.lines().get(i - 1).id().getLeastSignificantBits();
            assertThat(pages.lines().get(i).id().getLeastSignificantBits()).isEqualTo(before - 1);
        }
    }

    @Test
    void aLongHistoryIsSeenToItsEndAndBackWithFewPagesInMemory() {
        history.upTo(10 * PAGE + 7);
        show(ALL);
        assertThat(pages.lines()).hasSize(PAGE);
        int most = 0;
        for (int i = 0; i < 12; i++) {
            more();
            assertInOrder();
            most = Math.max(most, pages.lines().size());
        }
        assertThat(last()).isEqualTo(Facts.id(1));
        assertThat(most).isLessThanOrEqualTo(4 * PAGE);
        for (int i = 0; i < 12; i++) {
            previous();
            assertInOrder();
        }
        assertThat(first()).isEqualTo(Facts.id(10 * PAGE + 7));
        assertThat(pages.lines().size()).isLessThanOrEqualTo(4 * PAGE);
        for (int i = 0; i < 12; i++) {
            more();
        }
        assertInOrder();
        assertThat(last()).isEqualTo(Facts.id(1));
    }

    @Test
    void newCallsAreCountedAndMoveNothingUntilTheyAreAskedFor() {
        history.upTo(300);
        show(ALL);
        history.upTo(303);
        pages.countNewer();
        fx.settle();
        assertThat(pages.newerProperty().get()).isEqualTo(3);
        assertThat(first()).isEqualTo(Facts.id(300));
        show(ALL);
        assertThat(pages.newerProperty().get()).isZero();
        assertThat(first()).isEqualTo(Facts.id(303));
    }

    @Test
    void theFirstPageIsFoundAgainBehindCallsThatCameSince() {
        history.upTo(6 * PAGE);
        show(ALL);
        for (int i = 0; i < 5; i++) {
            more();
        }
        history.upTo(6 * PAGE + 150);
        for (int i = 0; i < 5; i++) {
            previous();
        }
        assertThat(first()).isEqualTo(Facts.id(6 * PAGE));
        assertInOrder();
    }

    @Test
    void theFirstCallAfterAnEmptyHistoryIsNew() {
        show(ALL);
        assertThat(pages.lines()).isEmpty();
        history.upTo(1);
        pages.countNewer();
        fx.settle();
        assertThat(pages.newerProperty().get()).isEqualTo(1);
    }

    @Test
    void theLastOfSeveralFiltersWinsAndThoseBetweenAreNotRead() {
        history.upTo(50);
        history.hold();
        pages.show(ALL);
        for (var text : List.of("T", "Ta", "Target 4", "Target 49")) {
            pages.show(new CallFilter(null, List.of(), text, null));
        }
        assertThat(pages.loadingProperty().get()).isTrue();
        history.release();
        fx.settle();
        assertThat(pages.lines()).extracting(CallLine::id).containsExactly(Facts.id(49));
        assertThat(pages.loadingProperty().get()).isFalse();
        assertThat(history.pagesRead).isEqualTo(2);
    }

    @Test
    void aLineStaysTheSameWhenItsPageIsReadAnew() {
        history.upTo(5);
        show(ALL);
        var line = pages.lines().getLast();
        history.upTo(8);
        show(ALL);
        assertThat(pages.lines().getLast()).isSameAs(line);
    }

    @Test
    void aLoadedCallThatEndsIsBroughtUpToDateWhereItStands() {
        history.upTo(3);
        var campaign = Facts.campaign(1, "Spring renewal 2026", Ids.NIL, Ids.NIL, Ids.NIL);
        var dialing = Facts.call(4, campaign);
        history.add(dialing);
        show(ALL);
        var following = new CallLinesInProgress(List.of(), id -> null, history, fx.tasks(fx.pulse()), Runnable::run);
        history.replace(dialing.ended(EndCause.ABANDONED, Facts.NOW));
        following.follow(pages.lines().stream());
        fx.settle();
        assertThat(pages.lines().getFirst().call().cause()).isEqualTo(EndCause.ABANDONED);
        assertThat(pages.lines()).hasSize(4);
    }
}
