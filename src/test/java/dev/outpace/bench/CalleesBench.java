package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Address;
import dev.outpace.rules.Callees;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long it takes to tell where the numbers of a list are. */
@Tag("bench")
class CalleesBench {
    private static final int NUMBERS = Integer.getInteger("numbers", 1_000_000);
    private static final int SEED = 15;
    /** New York, Chicago, Los Angeles, Miami, Toronto, in which a list has whatever exchange there is. */
    private static final List<Integer> AREA_CODES = List.of(212, 312, 213, 305, 416);

    @Test
    void ofAMillionNumbers() throws IOException {
        var random = new Random(SEED);
        new Table(95, NUMBERS + " numbers, where they are", "numbers", "first time, s", "again, s")
                .row(measured(
                        "of five area codes",
                        i -> "+1%d%d%04d"
                                .formatted(AREA_CODES.get(i % 5), 200 + random.nextInt(800), random.nextInt(10_000))))
                .row(measured(
                        "of any area code and exchange",
                        _ -> "+1%d%d%04d"
                                .formatted(
                                        200 + random.nextInt(800), 200 + random.nextInt(800), random.nextInt(10_000))))
                .row(measured("of London", _ -> "+4420%08d".formatted(random.nextInt(100_000_000))))
                .note("The first time with an empty memory of leading digits, the tables' loading among it.")
                .write();
    }

    private static Object[] measured(String name, IntFunction<String> number) {
        var numbers =
                IntStream.range(0, NUMBERS).mapToObj(number).map(Address::tel).toList();
        var callees = new Callees();
        return new Object[] {name, seconds(callees, numbers), seconds(callees, numbers)};
    }

    private static String seconds(Callees callees, List<Address> numbers) {
        long begun = System.nanoTime();
        long known = numbers.stream()
                .filter(number -> !callees.of(number).zones().isEmpty())
                .count();
        var taken =
                String.format(Locale.ROOT, "%.2f", (double) (System.nanoTime() - begun) / TimeUnit.SECONDS.toNanos(1));
        assertThat(known).isPositive();
        return taken;
    }
}
