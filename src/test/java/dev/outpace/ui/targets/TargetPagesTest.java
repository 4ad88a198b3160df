package dev.outpace.ui.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetFilter;
import dev.outpace.model.TargetPage;
import dev.outpace.model.TargetPage.Place;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.HandCrankedFx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetPagesTest {
    private static final TargetFilter ALL =
            new TargetFilter(Facts.id(1), TargetFilter.Group.ALL, TargetFilter.Result.ANY, "");

    private final HandCrankedFx fx = new HandCrankedFx();
    private final FakeList list = new FakeList();
    private final TargetPages pages = new TargetPages(list, fx.tasks(fx.pulse()), Runnable::run);

    /** A list in memory, ordered by a number of its own. */
    private static final class FakeList implements TargetPages.Source {
        final TreeMap<Long, OutdialTarget> byPlace = new TreeMap<>();
        int asked;

        void fill(int count) {
            IntStream.range(0, count).forEach(i -> byPlace.put((long) i, named(i, "Person " + i)));
        }

        static OutdialTarget named(int number, String name) {
            return TargetFacts.fresh(1, number, name, "+12125550100");
        }

        @Override
        public CompletableFuture<TargetPage> page(TargetFilter filter, @Nullable Place after, int size) {
            asked++;
            var behind = after == null ? byPlace : byPlace.tailMap(after.seq(), false);
            var found = behind.entrySet().stream().limit(size).toList();
            var next =
                    found.size() < size ? null : new Place(0, 0, found.getLast().getKey());
            return CompletableFuture.completedFuture(
                    new TargetPage(found.stream().map(entry -> entry.getValue()).toList(), next));
        }

        @Override
        public CompletableFuture<List<OutdialTarget>> targets(Collection<UUID> ids) {
            asked++;
            return CompletableFuture.completedFuture(byPlace.values().stream()
                    .filter(target -> ids.contains(target.id()))
                    .toList());
        }
    }

    private List<String> names() {
        return pages.rows().stream().map(row -> row.target().name()).toList();
    }

    private static List<String> people(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "Person " + i).toList();
    }

    private void show() {
        pages.show(ALL);
        fx.settle();
    }

    private void down(int times) {
        for (int i = 0; i < times; i++) {
            pages.more();
            fx.settle();
        }
    }

    private void up(int times) {
        for (int i = 0; i < times; i++) {
            pages.previous();
            fx.settle();
        }
    }

    @Test
    void aShortListIsThereAtOnce() {
        list.fill(30);
        pages.show(ALL);
        assertThat(pages.loadingProperty().get()).isTrue();
        fx.settle();
        assertThat(pages.loadingProperty().get()).isFalse();
        assertThat(names()).isEqualTo(people(0, 30));
        assertThat(pages.isLastLoaded()).isTrue();
        down(1);
        assertThat(list.asked).isEqualTo(1);
    }

    @Test
    void onTheWayDownAFewPagesAreInMemoryAndOnTheWayUpTheyComeBack() {
        list.fill(2_050);
        show();
        down(20);
        assertThat(pages.isLastLoaded()).isTrue();
        assertThat(pages.before()).isEqualTo(1_400);
        assertThat(names()).isEqualTo(people(1_400, 2_050));
        up(3);
        assertThat(pages.before()).isEqualTo(800);
        assertThat(names()).isEqualTo(people(800, 1_600));
        up(20);
        assertThat(pages.isFirstLoaded()).isTrue();
        assertThat(names()).isEqualTo(people(0, 800));
        down(20);
        assertThat(names()).endsWith("Person 2049").doesNotHaveDuplicates();
    }

    @Test
    void whatMovedBetweenPagesMeanwhileIsNeitherMissedNorShownTwice() {
        list.fill(2_000);
        show();
        down(5);
        assertThat(pages.before()).isEqualTo(400);
        list.byPlace.remove(250L);
        var moved = list.byPlace.remove(1_199L);
        list.byPlace.put(260L, FakeList.named(9_000, "Newcomer"));
        list.byPlace.put(261L, java.util.Objects.requireNonNull(moved));
        up(1);
        assertThat(names()).contains("Newcomer").doesNotHaveDuplicates();
        assertThat(names().subList(names().indexOf("Person 399"), names().indexOf("Person 402")))
                .isEqualTo(people(399, 402));
    }

    @Test
    void onlyOneQuestionIsAskedAtATime() {
        list.fill(1_000);
        show();
        pages.more();
        pages.more();
        pages.previous();
        pages.refresh(0, 10);
        pages.readTopAgain();
        assertThat(list.asked).isEqualTo(2);
        fx.settle();
        assertThat(pages.rows()).hasSize(400);
    }

    @Test
    void theAnswerToAnOlderFilterIsDropped() {
        list.fill(500);
        show();
        pages.more();
        pages.show(ALL);
        fx.settle();
        assertThat(names()).isEqualTo(people(0, 200));
    }

    @Test
    void rowsAreBroughtUpToDateWhereTheyStand() {
        list.fill(400);
        show();
        down(1);
        var second = pages.rows().get(1);
        list.byPlace.put(1L, FakeList.named(1, "Renamed"));
        list.byPlace.remove(2L);
        pages.refresh(0, 20);
        fx.settle();
        assertThat(pages.rows().get(1)).isSameAs(second);
        assertThat(names()).startsWith("Person 0", "Renamed", "Person 3").hasSize(399);
        up(1);
        down(1);
        assertThat(names()).doesNotHaveDuplicates().hasSize(399);
    }

    @Test
    void theTopIsReadAgainInItsOrderWithTheSameRowsForTheSameTargets() {
        list.fill(30);
        show();
        var rows = List.copyOf(pages.rows());
        var last = java.util.Objects.requireNonNull(list.byPlace.remove(29L));
        list.byPlace.put(-1L, last);
        pages.readTopAgain();
        fx.settle();
        assertThat(names()).startsWith("Person 29", "Person 0");
        var expected = new ArrayList<>(rows);
        expected.sort(Comparator.comparingInt(row -> row.target().name().equals("Person 29") ? 0 : 1));
        assertThat(pages.rows()).isEqualTo(expected);
    }
}
