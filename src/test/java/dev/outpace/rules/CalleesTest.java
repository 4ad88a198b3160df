package dev.outpace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.outpace.model.Address;
import dev.outpace.model.Regions;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalleesTest {
    private final Callees callees = new Callees();

    @ParameterizedTest
    @CsvSource({
        "+12125550142, US-NY, America/New_York",
        "+13055550142, US-FL, America/New_York",
        "+13125550142, US-IL, America/Chicago",
        "+14155550142, US-CA, America/Los_Angeles",
        "+16025550142, US-AZ, America/Phoenix",
        "+18085550142, US-HI, Pacific/Honolulu",
        "+14165550142, CA-ON, America/Toronto",
        "+19025550142, CA, America/Halifax",
        "+17875550142, PR, America/Puerto_Rico",
        "+442079460123, GB, Europe/London",
        "+33199001234, FR, Europe/Paris",
    })
    void aNumberIsInItsRegionAndZone(String number, String region, String zone) {
        assertThat(callees.of(Address.tel(number))).isEqualTo(new Callee(Set.of(ZoneId.of(zone)), region));
    }

    @Test
    void aNumberThatMayBeInSeveralZonesHasAllOfThem() {
        // A mobile of Spain may be on the Canary Islands, one of Australia in Perth.
        var numbers = PhoneNumberUtil.getInstance();
        var mobile = numbers.getExampleNumberForType("ES", PhoneNumberType.MOBILE);
        assertThat(zones(numbers.format(mobile, PhoneNumberUtil.PhoneNumberFormat.E164)))
                .containsExactly("Atlantic/Canary", "Europe/Madrid");
        assertThat(zones("+61491570156")).contains("Australia/Perth", "Australia/Sydney");
        assertThat(zones("+18005550142")).contains("America/New_York", "America/Los_Angeles");
    }

    /** Of an exchange that nobody was given, the library's tables tell one zone of the area code, which may be the wrong one. */
    @ParameterizedTest
    @CsvSource({
        "+12195550142, America/Chicago America/New_York",
        "+12194650142, America/Chicago",
        "+12705550142, America/Chicago America/New_York",
        "+14235550142, America/Chicago America/New_York",
        "+18505550142, America/Chicago America/New_York",
        "+18508720142, America/Chicago",
        "+16055550142, America/Chicago America/Denver America/North_Dakota/Center",
        "+15415550142, America/Los_Angeles",
        "+12125550142, America/New_York",
    })
    void anUnknownExchangeMayBeInAnyZoneOfItsAreaCode(String number, String zones) {
        assertThat(String.join(" ", zones(number))).isEqualTo(zones);
    }

    /** The table of area codes in several zones is what the library's tables say, exchange by exchange. */
    @Test
    void areaCodesInSeveralZonesAreThoseOfTheTables() {
        var tables = PhoneNumberToTimeZonesMapper.getInstance();
        var codes = new AreaCodes();
        for (long code = 200; code < 1_000; code++) {
            var exchanges = new HashMap<List<String>, Integer>();
            for (long exchange = 200; exchange < 1_000; exchange++) {
                exchanges.merge(
                        tables.getTimeZonesForGeographicalNumber(new PhoneNumber()
                                .setCountryCode(1)
                                .setNationalNumber(code * 10_000_000 + exchange * 10_000 + 142)),
                        1,
                        Integer::sum);
            }
            exchanges.values().removeIf(count -> count < 8);
            var zones =
                    exchanges.keySet().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
            assertThat(codes.zones(Long.toString(code)).stream().map(ZoneId::getId))
                    .as("area code " + code)
                    .containsExactlyInAnyOrderElementsOf(exchanges.size() < 2 ? Set.of() : zones);
        }
    }

    private Set<String> zones(String number) {
        return callees.of(Address.tel(number)).zones().stream()
                .map(ZoneId::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatIsNoNumberIsNowhere() {
        for (var target : new String[] {"", "+", "+x1234567", "alice@example.com", "+99999999999", "911"}) {
            assertThat(callees.of(Address.tel(target)).zones()).as(target).isEmpty();
        }
        assertThat(callees.of(Address.sip("+12125550142@example.com"))).isEqualTo(Callee.UNKNOWN);
    }

    @Test
    void whatTheTargetSaysWins() {
        var number = Address.tel("+12125550142");
        var moved = callees.of(number, "America/Denver", "US-CO");
        assertThat(moved).isEqualTo(new Callee(Set.of(ZoneId.of("America/Denver")), "US-CO"));
        assertThat(callees.of(number, "", "")).isEqualTo(callees.of(number));
        assertThat(callees.of(number, "Mars/Base", "ZZ")).isEqualTo(callees.of(number));
        assertThat(callees.of(Address.sip("alice@example.com"), "Europe/Paris", "FR")
                        .region())
                .isEqualTo("FR");
    }

    /** The kept answers are asked for by leading digits; all of a country's kinds of numbers must come out as without them. */
    @Test
    void numbersThatShareTheirFirstDigitsAreTold() {
        var numbers = PhoneNumberUtil.getInstance();
        for (var region : numbers.getSupportedRegions()) {
            for (var type : PhoneNumberType.values()) {
                var example = numbers.getExampleNumberForType(region, type);
                if (example == null) {
                    continue;
                }
                var text = numbers.format(example, PhoneNumberUtil.PhoneNumberFormat.E164);
                var sibling = text.substring(0, text.length() - 1) + (text.endsWith("7") ? "3" : "7");
                assertThat(callees.of(Address.tel(text))).as(text).isEqualTo(new Callees().of(Address.tel(text)));
                assertThat(callees.of(Address.tel(sibling))).as(sibling).isEqualTo(callees.of(Address.tel(text)));
            }
        }
    }

    @Test
    void everyAreaCodeOfTheUsAndCanadaHasARegion() {
        var numbers = PhoneNumberUtil.getInstance();
        var codes = new AreaCodes();
        var told = new TreeSet<String>();
        for (long code = 200; code < 1_000; code++) {
            var number = new PhoneNumber().setCountryCode(1).setNationalNumber(code * 10_000_000 + 2_340_100);
            var type = numbers.getNumberType(number);
            var region = codes.region(Long.toString(code));
            if (type == PhoneNumberType.FIXED_LINE_OR_MOBILE || type == PhoneNumberType.FIXED_LINE) {
                assertThat(region).as("area code " + code).isPresent();
                assertThat(region.get().substring(0, 2)).isEqualTo(numbers.getRegionCodeForNumber(number));
            }
            region.ifPresent(told::add);
        }
        assertThat(told).allMatch(Regions::isKnown);
        var states = Arrays.stream(
                        ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE"
                                        + " NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY")
                                .split(" ", -1))
                .map(state -> "US-" + state)
                .toList();
        assertThat(told).containsAll(states);
    }
}
