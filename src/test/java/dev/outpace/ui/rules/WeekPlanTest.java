package dev.outpace.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CallWindow;
import dev.outpace.model.RuleTimes;
import dev.outpace.model.WeekHours;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeekPlanTest {
    private static final List<PlanDay> DAYS = List.of(PlanDay.values());

    private static WeekPlan monday(String... windows) {
        return WeekPlan.of(new WeekHours(
                Map.of(
                        DayOfWeek.MONDAY,
                        Stream.of(windows)
                                .map(text -> RuleTimes.window(text).orElseThrow())
                                .toList()),
                null,
                null));
    }

    private static List<String> texts(WeekPlan plan) {
        return plan.on(PlanDay.MONDAY).stream().map(CallWindow::text).toList();
    }

    @Test
    void windowsThatMeetBecomeOneAndTheEditedOneIsFound() {
        var plan = monday("09:00-12:00", "13:00-17:00", "18:00-20:00");
        assertThat(plan.moveEnd(PlanDay.MONDAY, 0, 60)).isZero();
        assertThat(texts(plan)).containsExactly("09:00-17:00", "18:00-20:00");
        assertThat(plan.move(PlanDay.MONDAY, 1, -30)).isEqualTo(1);
        assertThat(texts(plan)).containsExactly("09:00-17:00", "17:30-19:30");
        assertThat(plan.moveStart(PlanDay.MONDAY, 1, -30)).isZero();
        assertThat(texts(plan)).containsExactly("09:00-19:30");
    }

    @Test
    void aWindowStaysWithinItsDayAndOneThatPassesMidnightGoesOnDoingSo() {
        var plan = monday("00:15-02:00");
        plan.move(PlanDay.MONDAY, 0, -60);
        assertThat(texts(plan)).containsExactly("00:00-01:45");
        plan.move(PlanDay.MONDAY, 0, 24 * 60);
        assertThat(texts(plan)).containsExactly("22:15-24:00");
        plan.moveEnd(PlanDay.MONDAY, 0, 15);
        assertThat(texts(plan)).containsExactly("22:15-00:15");
        plan.move(PlanDay.MONDAY, 0, 24 * 60);
        assertThat(texts(plan)).containsExactly("23:45-01:45");
        plan.moveEnd(PlanDay.MONDAY, 0, -24 * 60);
        assertThat(texts(plan)).containsExactly("23:45-24:00");
    }

    @Test
    void aDayHasThreeWindowsAtTheMost() {
        var plan = monday();
        assertThat(plan.add(PlanDay.MONDAY)).isZero();
        assertThat(plan.add(PlanDay.MONDAY)).isEqualTo(1);
        assertThat(plan.add(PlanDay.MONDAY)).isEqualTo(2);
        assertThat(plan.add(PlanDay.MONDAY)).isEqualTo(-1);
        assertThat(texts(plan)).containsExactly("09:00-11:00", "11:15-13:15", "13:30-15:30");
    }

    @Test
    void holidaysAreAsTheWeekdayUntilTheyHaveHoursOfTheirOwn() {
        var plan = monday("09:00-12:00");
        assertThat(plan.hours().holiday()).isNull();
        plan.setOwn(PlanDay.HOLIDAY, true);
        assertThat(plan.hours().holiday()).isEmpty();
        plan.copy(PlanDay.MONDAY, List.of(PlanDay.HOLIDAY, PlanDay.TUESDAY));
        assertThat(plan.hours().holiday()).isEqualTo(plan.hours().on(DayOfWeek.TUESDAY));
        plan.setOwn(PlanDay.HOLIDAY, false);
        assertThat(plan.hours().holiday()).isNull();
    }

    /** Whatever is edited, in whatever order: the windows of a day stay apart and in order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyEditsLeaveAWeekThatFilesCanHold(long seed) {
        var random = new Random(seed);
        var plan = monday("09:00-12:00", "22:00-02:00");
        for (int step = 0; step < 500; step++) {
            var day = DAYS.get(random.nextInt(DAYS.size()));
            int windows = plan.on(day).size();
            int minutes = WeekPlan.STEP * (random.nextInt(81) - 40);
            if (windows == 0 || random.nextInt(5) == 0) {
                plan.add(day);
            } else {
                int index = random.nextInt(windows);
                int place = switch (random.nextInt(5)) {
                    case 0 -> plan.move(day, index, minutes);
                    case 1 -> plan.moveEnd(day, index, minutes);
                    case 2 -> plan.moveStart(day, index, minutes);
                    case 3 -> plan.put(day, index, window(random));
                    default -> {
                        plan.remove(day, index);
                        yield 0;
                    }
                };
                assertThat(place)
                        .as("seed %d, step %d", seed, step)
                        .isBetween(0, Math.max(0, plan.on(day).size() - 1));
            }
            var now = plan.on(day);
            assertThat(now)
                    .as("seed %d, step %d", seed, step)
                    .hasSizeLessThanOrEqualTo(WeekHours.MOST_WINDOWS)
                    .isSorted();
            for (int i = 1; i < now.size(); i++) {
                assertThat(now.get(i - 1).end())
                        .as("seed %d, step %d", seed, step)
                        .isLessThan(now.get(i).from());
            }
        }
    }

    private static CallWindow window(Random random) {
        int from = WeekPlan.STEP * random.nextInt(96);
        int to = WeekPlan.STEP * random.nextInt(97);
        return new CallWindow(from, to == from ? CallWindow.DAY : to);
    }
}
