package dev.outpace.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Address;
import dev.outpace.model.Problem;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
    private final NumberReader american = new NumberReader("us");

    @ParameterizedTest
    @CsvSource({
        "(212) 555-0100,          +12125550100",
        "212.555.0100,            +12125550100",
        "2125550100,              +12125550100",
        "2125550100.0,            +12125550100",
        "1-212-555-0100,          +12125550100",
        "12125550100,             +12125550100",
        "+1 212 555 0100,         +12125550100",
        "(+1) 212 555 0100,       +12125550100",
        "0012125550100,           +12125550100",
        "001 (212) 555-0100,      +12125550100",
        "tel:+12125550100,        +12125550100",
        "TEL:+1-212-555-0100,     +12125550100",
        "２１２５５５０１００,        +12125550100",
        "+44 20 7946 0645,        +442079460645",
        "+44 (0)20 7946 0645,     +442079460645",
        "(+44) 20 7946 0645,      +442079460645",
        "011 44 20 7946 0645,     +442079460645",
        "0044 20 7946 0645,       +442079460645",
        "＋４４ ２０ ７９４６ ０６４５, +442079460645",
        "\u202A+44 20 7946\u00A00645\u202C, +442079460645",
    })
    void aNumberIsOneTextHoweverItIsWritten(String text, String number) {
        assertThat(american.read(text)).isEqualTo(new Reading.Dialable(Address.tel(number), null));
        assertThat(american.read(number).dialed()).contains(Address.tel(number));
    }

    @ParameterizedTest
    @CsvSource({
        "sip:user5@example.com,                    user5@example.com",
        "SIP:User5@Example.COM,                    User5@example.com",
        "sips:100@pbx.example.com:5061,            100@pbx.example.com:5061",
        "sip:100@[2001:db8::1];transport=tcp,      100@[2001:db8::1];transport=tcp",
    })
    void aSipAddressIsReadWhereItSaysSo(String text, String target) {
        assertThat(american.read(text).dialed()).contains(Address.sip(target));
        assertThat(american.readSip(text.replaceFirst("(?i)^sips?:", "")).dialed())
                .contains(Address.sip(target));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                          | not_a_number
            ` `                         | not_a_number
            -                           | not_a_number
            +                           | not_a_number
            ()                          | not_a_number
            n/a                         | not_a_number
            not a number                | not_a_number
            tel:                        | not_a_number
            =1+1                        | not_a_number
            911                         | emergency
            9-1-1                       | emergency
            112                         | emergency
            +1911                       | emergency
            +49 110                     | emergency
            +44 999                     | emergency
            411                         | too_short
            555-0100                    | too_short
            24273                       | too_short
            2.12556E+09                 | scientific
            2,12556E+09                 | scientific
            1-800-FLOWERS               | letters
            (212) 555-0100 x5           | extension
            212 555 0100 ext. 12        | extension
            tel:+12125550100;ext=7      | extension
            212 555 0100 / 212 555 0101 | several
            2125550100;2125550101       | several
            2125550100, 2125550101      | several
            2125550100 or 2125550101    | several
            +12125550100\\+12125550101  | several
            +999 123456789              | no_such_country
            +1 212 555 01000            | too_long
            123456789012345678901234567 | too_long
            0000000000                  | placeholder
            1111111111                  | placeholder
            +11111111111                | placeholder
            9999999999                  | placeholder
            1234567890                  | placeholder
            +10000000000                | placeholder
            +15550100123                | not_in_use
            (123) 555-0100              | not_in_use
            user@example.com            | email
            tel:user@example.com        | email
            sip:                        | not_sip
            sip:@example.com            | not_sip
            sip:user                    | not_sip
            sip:a b@example.com         | not_sip
            sip:user@-example.com       | not_sip
            """)
    void whatMayNotBeDialedIsRefusedWithItsReason(String text, String reason) {
        assertThat(reason(american.read(text))).isEqualTo("number." + reason);
    }

    @ParameterizedTest
    @CsvSource({"DE, 110", "DE, 112", "DE, 0110", "DE, 0112", "GB, 999", "FR, 15", "AU, 000", "JP, 119"})
    void emergencyNumbersOfTheRegionAreRefused(String region, String text) {
        assertThat(reason(new NumberReader(region).read(text))).isEqualTo("number.emergency");
    }

    @Test
    void aNationalNumberBelongsToTheRegion() {
        assertThat(new NumberReader("GB").read("020 7946 0645").dialed()).contains(Address.tel("+442079460645"));
        assertThat(new NumberReader("GB").read("2079460645").dialed()).contains(Address.tel("+442079460645"));
        assertThat(reason(new NumberReader("").read("020 7946 0645"))).isEqualTo("number.no_country");
        assertThat(new NumberReader("").read("+442079460645").dialed()).contains(Address.tel("+442079460645"));
        assertThat(new NumberReader("").read("00442079460645").dialed()).contains(Address.tel("+442079460645"));
    }

    /** The zero belongs to the number in Italy; a spreadsheet that took it away left another one. */
    @Test
    void aLeadingZeroThatBelongsToTheNumberStays() {
        assertThat(new NumberReader("IT").read("06 1234 5678").dialed()).contains(Address.tel("+390612345678"));
        assertThat(new NumberReader("IT").read("+39 06 1234 5678").dialed()).contains(Address.tel("+390612345678"));
    }

    /** The area code 4943 of Germany and the calling code 49: nobody can tell which was meant. */
    @Test
    void whatCanBeReadInTwoWaysIsRefused() {
        var german = new NumberReader("DE");

        assertThat(reason(german.read("030 1234567 / 7654321"))).isEqualTo("number.several");
        assertThat(german.read("030/1234567").dialed()).contains(Address.tel("+49301234567"));
        assertThat(german.read("+4943238613").dialed()).contains(Address.tel("+4943238613"));
        assertThat(german.read("04943238613").dialed()).contains(Address.tel("+494943238613"));
        assertThat(reason(german.read("4943238613"))).isEqualTo("number.ambiguous");
    }

    @Test
    void costlyNumbersAreReadWithAWarning() {
        assertThat(warning(american.read("+1 900 555 0123"))).isEqualTo("number.premium");
        assertThat(warning(american.read("+881 6123 45678"))).isEqualTo("number.satellite");
        assertThat(warning(american.read("+44 70 1234 5678"))).isEqualTo("number.special_rate");
        assertThat(warning(american.read("+1 212 555 0100"))).isEmpty();
    }

    /** Of them the metadata has some area codes only. */
    @ParameterizedTest
    @ValueSource(strings = {"+12125550100", "+12345550199", "+15555550123", "+442079460999", "+447700900123"})
    void numbersSetAsideForFictionCount(String number) {
        assertThat(american.read(number).dialed()).contains(Address.tel(number));
    }

    @Test
    void anAddressOfAFileIsReadByItsType() {
        assertThat(american.read("tel", "(212) 555-0100").dialed()).contains(Address.tel("+12125550100"));
        assertThat(american.read("", "212 555 0100").dialed()).contains(Address.tel("+12125550100"));
        assertThat(american.read("sip", "sip:Ann@Example.com").dialed()).contains(Address.sip("Ann@example.com"));
        assertThat(american.read("agent", "Ann").dialed()).contains(new Address("agent", "Ann", "", "", ""));
        assertThat(reason(american.read("tel", "ann@example.com"))).isEqualTo("number.email");
    }

    @Test
    void anUnknownRegionIsTold() {
        assertThat(new NumberReader("XX").knowsRegion()).isFalse();
        assertThat(NumberReader.regions())
                .contains("US", "GB", "DE")
                .allMatch(each -> new NumberReader(each).knowsRegion());
    }

    @Test
    void aVeryLongTextIsRefusedAtOnce() {
        assertThat(american.read("1".repeat(1_000_000))).isInstanceOf(Reading.Refused.class);
        assertThat(american.readSip("a".repeat(1_000_000) + "@b")).isInstanceOf(Reading.Refused.class);
    }

    /** Whatever is read is E.164, is read as itself again in every region, and every refusal has a reason. */
    @Test
    void whatIsReadStaysWhatItIs() {
        var pieces = new String[] {
            "+", "00", "011", "1", "44", "49", "212", "555", "01", "0", "20", "7946", "(", ")", "-", " ", ".", "/", ";",
            "x", "ext", "e", "@", "sip:", "tel:", "=", "\"", "'", "9", "８", "٣", "\u202a", "\n", "#"
        };
        var regions = new String[] {"US", "GB", "DE", "FR", "IT", "BR", "JP", "RU", ""};
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(14); length >= 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            var reader = new NumberReader(regions[random.nextInt(regions.length)]);
            switch (reader.read(text.toString())) {
                case Reading.Refused(var problem) -> assertThat(problem.code()).startsWith("number.");
                case Reading.Dialable(var address, var _)
                when address.type().equals("tel") -> {
                    assertThat(address.target()).matches("\\+[1-9]\\d{6,14}");
                    assertThat(new NumberReader(regions[random.nextInt(regions.length)])
                                    .read(address.target())
                                    .dialed())
                            .as("%s, again", text)
                            .contains(address);
                }
                case Reading.Dialable(var address, var _) ->
                    assertThat(reader.readSip(address.target()).dialed()).contains(address);
            }
        }
    }

    /** A number in any grouping and with any of the ways to say its country is the same phone. */
    @Test
    void everyWayToWriteANumberIsTheSamePhone() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var national = "21255501%02d".formatted(random.nextInt(100));
            var prefix = new String[] {"+1", "1", "001", "", "tel:+1", "(+1)", "011 1", "\uFF0B1"}[random.nextInt(8)];
            var text = new StringBuilder(prefix);
            for (int at = 0; at < national.length(); at++) {
                var between = at % 3 == 0 ? new String[] {"", " ", "-", ".", "\u00A0"}[random.nextInt(5)] : "";
                text.append(between)
                        .append(random.nextBoolean() ? national.charAt(at) : (char) (national.charAt(at) - '0' + '０'));
            }
            assertThat(american.read(text.toString()).dialed())
                    .as(text.toString())
                    .contains(Address.tel("+1" + national));
        }
    }

    private static String reason(Reading reading) {
        return reading instanceof Reading.Refused(var problem) ? problem.code() : "read: " + reading;
    }

    private static String warning(Reading reading) {
        return reading instanceof Reading.Dialable(var _, Problem problem) && problem != null ? problem.code() : "";
    }
}
