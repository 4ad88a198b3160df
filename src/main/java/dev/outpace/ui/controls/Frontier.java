package dev.outpace.ui.controls;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings by what they cost and what they bring.
 *
 * @param line spots that a line joins, in its order
 * @param apart spots beside the line
 * @param limit the highest abandon rate that is allowed, in percent
 */
public record Frontier(List<Spot> line, List<Spot> apart, double limit) {
    public static final Frontier NONE = new Frontier(List.of(), List.of(), 3);

    public Frontier {
        line = List.copyOf(line);
        apart = List.copyOf(apart);
    }

    /**
     * A setting.
     *
     * @param abandon percent, to the right
     * @param utilisation percent, upwards
     * @param label beside it
     * @param reading all that is known of it, in lines
     * @param current ringed
     * @param best filled
     */
    public record Spot(
            double abandon, double utilisation, String label, List<String> reading, boolean current, boolean best) {
        public Spot {
            reading = List.copyOf(reading);
        }
    }

    Stream<Spot> spots() {
        return Stream.concat(line.stream(), apart.stream());
    }

    @Nullable
    Spot best() {
        return spots().filter(Spot::best).findFirst().orElse(null);
    }
}
