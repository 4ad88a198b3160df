package dev.outpace.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.ServiceLevelPacing;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartPartsTest {

    @Test
    void aLineOfAMillionSamplesHasPointsForItsPixelsOnly() {
        var line = new StepLine(value -> 100 - value, 100);
        var random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            line.add(i * 600.0 / 1_000_000, random.nextInt(100));
        }
        line.end(600);
        assertThat(line.points()).isLessThanOrEqualTo(600 * 4 + 1);
    }

    @Test
    void labelsAtOnePlaceAreMovedALineApartAndStayInside() {
        double[] y = EndLabels.spread(new double[] {50, 50, 51}, 0, 100);
        assertThat(y[1] - y[0]).isGreaterThanOrEqualTo(15.9);
        assertThat(y[2] - y[1]).isGreaterThanOrEqualTo(15.9);
        double[] atTheEdge = EndLabels.spread(new double[] {99, 99.5, 100}, 0, 100);
        assertThat(atTheEdge[2]).isLessThanOrEqualTo(100);
        assertThat(atTheEdge[2] - atTheEdge[0]).isGreaterThanOrEqualTo(31.9);
    }

    @Test
    void labelsFarApartStayWhereTheirLinesEnd() {
        assertThat(EndLabels.spread(new double[] {10, 50, 90}, 0, 100)).containsExactly(10, 50, 90);
    }

    @ParameterizedTest
    @CsvSource({"25,4,28", "0,4,4", "4,4,4", "23,2,24", "101,4,120", "1000,4,1000", "1001,2,1200"})
    void aScaleEndsAtTheNextRoundNumber(double greatest, int steps, int maximum) {
        assertThat(ValueScale.holding(greatest, steps).maximum()).isEqualTo(maximum);
    }

    @ParameterizedTest
    @CsvSource({"12,100", "12,120", "0,100", "0,0", "1,300", "12,0"})
    void theChartAllowsWhatTheRuleDecides(int free, int level) {
        var now = new PacingSnapshot(Instant.EPOCH, new UUID(1, 1), new UUID(1, 2), free, 0, 0, 0, level);
        assertThat(ServiceLevelChart.allowed(free, level))
                .isEqualTo(new ServiceLevelPacing().allowed(now).orElse(-1));
    }

    @ParameterizedTest
    @CsvSource({"2.3,3,SUCCESS", "2.4,3,WARNING", "3,3,WARNING", "3.01,3,DANGER", "NaN,3,NEUTRAL"})
    void aRateIsAmberFromEightyPercentOfItsLimitAndRedOverIt(double value, double limit, Tone tone) {
        assertThat(Gauge.toneOf(value, limit)).isEqualTo(tone);
    }
}
