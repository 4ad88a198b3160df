package dev.outpace.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
    private final Destinations american = new Destinations("us");

    @ParameterizedTest
    @CsvSource({
        "(212) 555-0100,          +12125550100",
        "212.555.0100,            +12125550100",
        "1-212-555-0100,          +12125550100",
        "+1 212 555 0100,         +12125550100",
        "+15550100123,            +15550100123",
        "tel:+12125550100,        +12125550100",
        "+44 20 7946 0645,        +442079460645",
        "+44 (0)20 7946 0645,     +442079460645",
        "011 44 20 7946 0645,     +442079460645",
        "＋４４ ２０ ７９４６ ０６４５, +442079460645",
        "\u202A+44 20 7946\u00A00645\u202C, +442079460645",
    })
    void aNumberIsReadInAnyUsualForm(String text, String number) {
        assertThat(american.read(text)).contains(Address.tel(number));
    }

    @ParameterizedTest
    @CsvSource({
        "sip:user5@example.com,                    user5@example.com",
        "SIP:User5@Example.COM,                    User5@example.com",
        "user5@example.com,                        user5@example.com",
        "sips:100@pbx.example.com:5061,            100@pbx.example.com:5061",
        "sip:100@[2001:db8::1];transport=tcp,      100@[2001:db8::1];transport=tcp",
    })
    void aSipAddressIsReadWithAndWithoutItsScheme(String text, String target) {
        assertThat(american.read(text)).contains(Address.sip(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "not a number",
                "n/a",
                "-",
                "+",
                "()",
                "911",
                "555-0100",
                "2.12556E+09",
                "1-800-FLOWERS",
                "(212) 555-0100 x5",
                "212 555 0100 / 212 555 0101",
                "+999 123456789",
                "+1 212 555 01000",
                "=1+1",
                "123456789012345678901234567890",
                "sip:",
                "sip:@example.com",
                "sip:user",
                "a b@example.com",
                "user@",
                "user@exa mple.com",
                "user@-example.com",
                "tel:",
                "tel:user@example.com"
            })
    void whatCannotBeDialedIsRefused(String text) {
        assertThat(american.read(text)).isEmpty();
    }

    @Test
    void aNationalNumberBelongsToTheRegion() {
        assertThat(new Destinations("GB").read("020 7946 0645")).contains(Address.tel("+442079460645"));
        assertThat(new Destinations("").read("020 7946 0645")).isEmpty();
        assertThat(new Destinations("").read("+442079460645")).contains(Address.tel("+442079460645"));
    }

    @Test
    void anUnknownRegionIsTold() {
        assertThat(new Destinations("XX").knowsRegion()).isFalse();
        assertThat(Destinations.regions())
                .contains("US", "GB", "DE")
                .allMatch(each -> new Destinations(each).knowsRegion());
    }

    @Test
    void aVeryLongTextIsRefusedAtOnce() {
        assertThat(american.read("1".repeat(1_000_000))).isEmpty();
        assertThat(american.read("a".repeat(1_000_000) + "@b")).isEmpty();
    }
}
