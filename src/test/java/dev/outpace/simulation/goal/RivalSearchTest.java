package dev.outpace.simulation.goal;

import static dev.outpace.simulation.goal.Figures.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.PolicyComparison.Days;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RivalSearchTest {
    private static final int DAYS = 20;

    private final List<Integer> full = new ArrayList<>();

    private static boolean within(Days days) {
        return days.figure(DayResult::abandonRate).mean() <= 0.03;
    }

    /** Busier and with more abandoned calls, the lower the setting is; 3 % at the border. */
    private Days law(int setting, int border, int days) {
        if (days == DAYS) {
            full.add(setting);
        }
        var day = day(1 - setting / 1_000.0, Math.max(0, 30 + border - setting));
        return new Days("law:" + setting, Collections.nCopies(days, day));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 48, 100, 399, 400})
    void theBoldestSettingWithinTheLimitIsFound(int border) {
        var search =
                new RivalSearch((setting, days) -> law(setting, border, days), RivalSearchTest::within, 1, 400, DAYS);

        assertThat(search.best()).hasValueSatisfying(best -> {
            assertThat(best.policy()).isEqualTo("law:" + border);
            assertThat(best.days()).hasSize(DAYS);
        });
        assertThat(full).hasSizeLessThanOrEqualTo(3);
    }

    /** On few days the border looks bolder, or more careful, than it is. */
    @ParameterizedTest
    @ValueSource(ints = {-4, 4})
    void theBorderOfFewDaysIsMovedByAllDays(int error) {
        var search = new RivalSearch(
                (setting, days) -> law(setting, 48 + (days < DAYS ? error : 0), days),
                RivalSearchTest::within,
                1,
                400,
                DAYS);

        assertThat(search.best()).map(Days::policy).hasValue("law:48");
    }

    @Test
    void aLawThatAbandonsTooManyEvenWhenCarefulHasNoBest() {
        var search = new RivalSearch((setting, days) -> law(setting, 500, days), RivalSearchTest::within, 1, 400, DAYS);

        assertThat(search.best()).isEmpty();
    }
}
