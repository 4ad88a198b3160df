package dev.outpace.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What is read by a number read before is what the metadata says of it alone. */
class NorthAmericanNumbersTest {
    private static final List<String> FORMS = List.of(
            "%s%s%s",
            "(%s) %s-%s",
            "%s-%s-%s",
            "+1%s%s%s",
            "+1 %s %s %s",
            "1%s%s%s",
            "1-%s-%s-%s",
            "(%s)%s%s",
            "+1 (%s) %s-%s",
            " %s %s  %s",
            "%s.%s.%s",
            "001%s%s%s",
            "+%s%s%s",
            "%s%s%s.0",
            "0%s%s%s",
            "+11%s%s%s",
            "+1+%s%s%s");
    private static final int ROUNDS = 12_000;

    @Test
    void aNumberIsReadAsIfNoneHadBeenReadBefore() {
        for (var region : List.of("US", "CA", "GB", "BS", "")) {
            var random = new Random(20_260_512);
            var reader = new NumberReader(region);
            for (int i = 0; i < ROUNDS; i++) {
                var area = area(random);
                var exchange = random.nextInt(4) == 0 ? "555" : "%03d".formatted(200 + random.nextInt(4));
                var text = FORMS.get(random.nextInt(FORMS.size())).formatted(area, exchange, last(random));
                assertThat(reader.read(text))
                        .as("%s in %s", text, region)
                        .isEqualTo(new NumberReader(region).read(text));
            }
        }
    }

    /** A few, so that most blocks are met again: usual, toll-free, personal and premium ones, and such as no place has. */
    private static String area(RandomGenerator random) {
        return List.of("212", "242", "416", "500", "658", "787", "800", "900", "911", "999", "123", "021", "222")
                .get(random.nextInt(13));
    }

    private static String last(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> "01%02d".formatted(random.nextInt(100));
            case 1 -> "2222";
            default -> "%04d".formatted(random.nextInt(10_000));
        };
    }
}
