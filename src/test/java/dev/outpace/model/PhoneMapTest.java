package dev.outpace.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhoneMapTest {
    @Test
    void itSaysWhatAMapOfTextsSays() {
        var random = new Random(20_260_512);
        var phones = new PhoneMap();
        var texts = new HashMap<String, Long>();
        for (int i = 0; i < 100_000; i++) {
            var address = address(random);
            assertThat(phones.get(address)).isEqualTo(texts.getOrDefault(address.dialKey(), 0L));
            phones.put(address.type(), address.target(), i + 1);
            texts.put(address.dialKey(), i + 1L);
        }
        assertThat(phones.size()).isEqualTo(texts.size());
        texts.forEach((key, value) -> {
            int colon = key.indexOf(':');
            assertThat(phones.get(key.substring(0, colon), key.substring(colon + 1)))
                    .isEqualTo(value);
        });
    }

    /** Also what is no number: as an older version stored it, or of another type with digits alone. */
    private static Address address(Random random) {
        var digits = "120255501%05d".formatted(random.nextInt(60_000));
        return switch (random.nextInt(8)) {
            case 0 -> Address.sip("+" + digits);
            case 1 -> Address.tel(digits);
            case 2 -> Address.tel("+4420794600" + random.nextInt(10));
            default -> Address.tel("+" + digits);
        };
    }
}
