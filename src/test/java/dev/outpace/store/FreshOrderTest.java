package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.engine.TargetPool.ClaimResult.NothingDue;
import dev.outpace.engine.TargetPool.ClaimResult.Unfinished;
import dev.outpace.model.CallWindow;
import dev.outpace.model.Ids;
import dev.outpace.model.NumberRest;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleSet;
import dev.outpace.model.TargetFilter;
import dev.outpace.model.TargetOrder;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In which order fresh targets are called. */
@SuppressWarnings("NullAway")
class FreshOrderTest extends StoreFixture {
    private static final int TARGETS = 250;
    private static final RuleSet DAYTIME = new RuleSet(
            new UUID(15, 1),
            "rules",
            "",
            null,
            new WeekHours(
                    Arrays.stream(DayOfWeek.values())
                            .collect(Collectors.toMap(Function.identity(), _ -> List.of(new CallWindow(0, 1_440)))),
                    null,
                    null),
            UnknownZone.WORKSPACE,
            List.of(),
            Map.of(),
            List.of(),
            RestRules.NONE,
            "",
            List.of(),
            null,
            list().stamps(),
            list().unknown());

    private static Outdial ordered(TargetOrder order) {
        var list = list();
        return new Outdial(list.id(), list.campaignId(), list.name(), "", "", order, list.stamps(), list.unknown());
    }

    private void save(TargetOrder order) {
        store.factLog().write(new Fact.ResourceSaved(ordered(order)));
        assertThat(store.factLog().awaitCommitted()).isTrue();
    }

    private List<OutdialTarget> some(long seed) {
        var random = new Random(seed);
        var targets = new ArrayList<OutdialTarget>();
        for (int i = 0; i < TARGETS; i++) {
            targets.add(target("+1212555%04d".formatted(i))
                    .withRouting(new TargetRouting("America/New_York", "", random.nextInt(7) - 3, null, Ids.NIL)));
        }
        return targets;
    }

    private @Nullable OutdialTarget next(@Nullable RuleSet rules) {
        var claim = new Claim(
                UUID.randomUUID(),
                campaign(),
                outplan(2, 1, 0, 0, 0),
                NOW,
                _ -> false,
                false,
                false,
                NumberRest.NONE,
                List.of(),
                rules);
        return switch (store.targetPool().claim(claim)) {
            case Claimed(var _, var target, var _, var _) -> target;
            case NothingDue _ -> null;
            case Unfinished _ -> next(rules);
        };
    }

    private List<String> called(@Nullable RuleSet rules) {
        var called = new ArrayList<String>();
        for (var target = next(rules); target != null; target = next(rules)) {
            called.add(target.name());
        }
        return called;
    }

    private static List<String> expected(TargetOrder order, List<OutdialTarget> targets) {
        var places = new ArrayList<>(targets);
        switch (order) {
            case NEWEST -> Collections.reverse(places);
            case PRIORITY ->
                places.sort(Comparator.comparingInt(target -> -target.routing().priority()));
            default -> {}
        }
        return places.stream().map(OutdialTarget::name).toList();
    }

    private List<String> page() {
        var filter = new TargetFilter(LIST, TargetFilter.Group.IDLE, TargetFilter.Result.ANY, "");
        return store.targetQueries().page(filter, null, 2 * TARGETS).join().targets().stream()
                .map(OutdialTarget::name)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDEST", "NEWEST", "PRIORITY"})
    void targetsAreCalledInTheOrderOfTheirList(TargetOrder order) {
        save(order);
        var targets = some(1);
        store.targets().addAll(LIST, targets.iterator(), new TargetWrites.Watch() {});
        reopen();
        assertThat(called(null)).isEqualTo(expected(order, targets));
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDEST", "NEWEST", "PRIORITY"})
    void underCallingRules(TargetOrder order) {
        save(order);
        var targets = some(2);
        targets.forEach(target -> store.targets().add(target).join());
        assertThat(called(DAYTIME)).isEqualTo(expected(order, targets));
    }

    @Test
    void aRandomOrderMixesAndStaysWhatItIs() {
        save(TargetOrder.RANDOM);
        var targets = some(3);
        store.targets().storeAll(List.of(), Map.of(LIST, targets.iterator()), Set.of());
        reopen();
        var shown = page();
        assertThat(shown)
                .hasSize(TARGETS)
                .isNotEqualTo(expected(TargetOrder.OLDEST, targets))
                .isNotEqualTo(expected(TargetOrder.NEWEST, targets));
        assertThat(shown.subList(0, TARGETS / 2))
                .anyMatch(expected(TargetOrder.OLDEST, targets).subList(TARGETS / 2, TARGETS)::contains);
        var first = next(null).name();
        reopen();
        assertThat(first).isEqualTo(shown.getFirst());
        assertThat(called(null)).isEqualTo(shown.subList(1, TARGETS));
    }

    @Test
    void whatComesLaterIsCalledAtItsPlace() {
        save(TargetOrder.NEWEST);
        store.targets().add(target("+12125550101")).join();
        store.targets().add(target("+12125550102")).join();
        assertThat(next(null).name()).isEqualTo("target 2");
        store.targets().add(target("+12125550103")).join();
        assertThat(next(null).name()).isEqualTo("target 3");
        assertThat(next(null).name()).isEqualTo("target 1");
        assertThat(next(null)).isNull();
    }

    @Test
    void anEditedPriorityCounts() {
        save(TargetOrder.PRIORITY);
        var first = target("+12125550101");
        var second = target("+12125550102");
        store.targets().add(first).join();
        store.targets().add(second).join();
        store.targets()
                .save(second.withRouting(new TargetRouting("", "", 5, null, Ids.NIL)))
                .join();
        assertThat(next(null).name()).isEqualTo("target 2");
    }

    /** A cut of the ordering is made good when the workspace is opened again. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void anotherOrderTakesOverWhatIsThere() {
        var targets = some(4);
        store.targets().storeAll(List.of(list()), Map.of(LIST, targets.iterator()), Set.of());
        for (var order : List.of(TargetOrder.NEWEST, TargetOrder.PRIORITY, TargetOrder.OLDEST, TargetOrder.NEWEST)) {
            save(order);
            reopen();
            while (!page().equals(expected(order, targets))) {
                Thread.onSpinWait();
            }
        }
        assertThat(called(null)).isEqualTo(expected(TargetOrder.NEWEST, targets));
    }
}
