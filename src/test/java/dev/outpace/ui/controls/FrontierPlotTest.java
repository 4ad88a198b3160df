package dev.outpace.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.controls.Frontier.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrontierPlotTest {
    private static Spot spot(double abandon, double utilisation, boolean current) {
        return new Spot(abandon, utilisation, "", List.of(""), current, false);
    }

    private static FrontierPlot plot(Frontier frontier) {
        return FrontierPlot.of(frontier, 0, 0, 400, 200);
    }

    @Test
    void axesEndAtRoundValuesThatHoldWhatIsShown() {
        var plot = plot(new Frontier(
                List.of(spot(10.5, 93.1, false), spot(5.4, 91.1, true), spot(0.5, 83.5, false)), List.of(), 3));

        assertThat(plot.most()).isEqualTo(12);
        assertThat(plot.low()).isEqualTo(80);
        assertThat(plot.step()).isEqualTo(4);
        assertThat(plot.x(3)).isEqualTo(100);
        assertThat(plot.y(80)).isEqualTo(200);
    }

    @Test
    void aPointFarBeyondTheLimitIsLeftOutUnlessItIsTheCurrentOne() {
        var far = List.of(spot(30, 95, false), spot(2, 85, false));
        var current = List.of(spot(30, 95, true), spot(2, 85, false));

        assertThat(plot(new Frontier(far, List.of(), 3)).most()).isEqualTo(12);
        assertThat(plot(new Frontier(current, List.of(), 3)).holds(current.getFirst()))
                .isTrue();
    }

    @Test
    void whateverIsShownLiesWithin() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            var spots = new ArrayList<Spot>();
            for (int j = random.nextInt(0, 6); j >= 0; j--) {
                spots.add(spot(random.nextDouble(0, 40), random.nextDouble(0, 100), random.nextInt(4) == 0));
            }
            var plot = plot(new Frontier(spots, List.of(), random.nextDouble(0.1, 50)));
            assertThat(spots).filteredOn(plot::holds).as(spots.toString()).allSatisfy(spot -> {
                assertThat(plot.x(spot.abandon())).isBetween(0.0, 400.0);
                assertThat(plot.y(spot.utilisation())).isBetween(-1e-6, 200.0 + 1e-6);
            });
            assertThat(spots).filteredOn(Spot::current).allMatch(plot::holds);
        }
    }
}
