package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Address;
import dev.outpace.model.CallWindow;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.TargetStatus;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportPlacesTest {
    private static final ZoneId WORKSPACE = ZoneId.of("America/New_York");
    private static final CallWindow OFFICE = new CallWindow(9 * 60, 17 * 60);
    /** A Tuesday, 9:30 in New York, 7:30 in Denver. */
    private static final Instant NOW = Instant.parse("2026-05-12T13:30:00Z");

    @Test
    void hoursTellWhoCouldBeCalledNowLaterTodayAndNotToday() {
        var places = new ImportPlaces(officeHours(), WORKSPACE, NOW);
        places.add(target("+12125550101", ""));
        places.add(target("+12125550102", ""));
        places.add(target("+12125550103", "America/Denver"));
        places.add(target("+442079460101", ""));
        places.add(target("+442079460102", "Asia/Dubai"));
        assertThat(places.callable())
                .isEqualTo(new ImportForecast.Callable(
                        "Office",
                        3,
                        1,
                        1,
                        List.of(new ImportForecast.Opening(
                                "America/Denver", Instant.parse("2026-05-12T15:00:00Z"), 1))));
        assertThat(places.zones().targets().keySet())
                .containsExactly("America/New_York", "America/Denver", "Asia/Dubai", "Europe/London");
    }

    @Test
    void whereNobodyKnowsTheZoneIsCountedApart() {
        var places = new ImportPlaces(officeHours(), WORKSPACE, NOW);
        places.add(target("somebody@example.com", ""));
        assertThat(places.zones()).isEqualTo(new ImportForecast.Zones(Map.of(), 0, 0, 1));
        assertThat(places.callable()).isEqualTo(new ImportForecast.Callable("Office", 0, 0, 1, List.of()));
    }

    private static RuleSet officeHours() {
        var days = Map.of(DayOfWeek.TUESDAY, List.of(OFFICE), DayOfWeek.WEDNESDAY, List.of(OFFICE));
        return new RuleSet(
                new UUID(1, 50),
                "Office",
                "",
                null,
                new WeekHours(days, null, null),
                UnknownZone.NEVER,
                List.of(),
                Map.of(),
                List.of(),
                RestRules.NONE,
                "",
                List.of(),
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private static OutdialTarget target(String number, String zone) {
        var address = number.contains("@") ? Address.sip(number) : Address.tel(number);
        return new OutdialTarget(
                        new UUID(1, 1),
                        new UUID(1, 30),
                        0,
                        "",
                        "",
                        "",
                        TargetStatus.IDLE,
                        Arrays.asList(address, null, null, null, null),
                        List.of(0, 0, 0, 0, 0),
                        null,
                        null,
                        Stamps.NONE,
                        Json.Obj.EMPTY)
                .withRouting(TargetRouting.in(zone, ""));
    }
}
