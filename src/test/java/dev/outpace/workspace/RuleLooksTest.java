package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.CallWindow;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import dev.outpace.store.EmptyWorkspace;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.workspace.RuleLooks.Window;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleLooksTest {
    private static final UUID LIST = new UUID(1, 30);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** A Tuesday, 12:00 in London. */
    private static final Instant NOW = Instant.parse("2026-05-12T11:00:00Z");

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(
                new Workspace.Opening(
                        EmptyWorkspace.in(folder.resolve("workspace")), "a test", 1, false, false, 1, CarrierLog.NONE),
                new JacksonJson(),
                Clock.systemUTC());
        workspace
                .resources()
                .save(new Outdial(LIST, Ids.NIL, "List", "", "", Stamps.NONE, Json.Obj.EMPTY), false)
                .join();
        add(1, "+442079460101");
        add(2, "+442079460102");
        add(3, "+12125550101");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void add(int id, String number) {
        workspace
                .targetLists()
                .add(new OutdialTarget(
                        new UUID(2, id),
                        LIST,
                        0,
                        "Person " + id,
                        "",
                        "{}",
                        TargetStatus.IDLE,
                        Arrays.asList(Address.tel(number), null, null, null, null),
                        List.of(0, 0, 0, 0, 0),
                        null,
                        null,
                        Stamps.NONE,
                        Json.Obj.EMPTY))
                .join();
    }

    /** 14:00 to 21:00, on Friday until another hour; nothing on Sunday. */
    private static RuleSet rules(int fridayUntil, List<UUID> doNotCall) {
        var days = new EnumMap<DayOfWeek, List<CallWindow>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            days.put(day, List.of(new CallWindow(14 * 60, (day == DayOfWeek.FRIDAY ? fridayUntil : 21) * 60)));
        }
        days.remove(DayOfWeek.SUNDAY);
        return new RuleSet(
                new UUID(15, 1),
                "Rules",
                "",
                null,
                new WeekHours(days, null, null),
                UnknownZone.NEVER,
                List.of(),
                Map.of(),
                List.of(),
                RestRules.NONE,
                "",
                doNotCall,
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    @Test
    void anEditTakesTimeFromThoseWhoHadIt() {
        var places = workspace.ruleLooks().places(List.of(LIST), Ids.NIL);

        var effect = workspace.ruleLooks().effect(places, rules(21, List.of()), rules(20, List.of()), NOW);

        assertThat(effect.losing()).isEqualTo(3);
        assertThat(effect.firstLost())
                .isEqualTo(new Window(
                        Instant.parse("2026-05-15T19:00:00Z"), Instant.parse("2026-05-15T20:00:00Z"), LONDON));
        assertThat(effect.gaining()).isZero();
        assertThat(effect.firstGained()).isNull();
    }

    @Test
    void theSameEditBackGivesIt() {
        var places = workspace.ruleLooks().places(List.of(LIST), Ids.NIL);

        var effect = workspace.ruleLooks().effect(places, rules(20, List.of()), rules(21, List.of()), NOW);

        assertThat(effect.gaining()).isEqualTo(3);
        assertThat(effect.losing()).isZero();
    }

    @Test
    void aSetThatNobodySavedIsLookedAt() {
        var look = workspace.ruleLooks().look(LIST, rules(21, List.of()), NOW.plusSeconds(3 * 3_600));

        assertThat(look.targets()).isEqualTo(3);
        assertThat(look.callable()).isEqualTo(2);
        assertThat(look.laterToday().targets() + look.outsideHours().targets()).isEqualTo(1);
    }

    @Test
    void aSetWithAListThatIsMissingIsNotSaved() {
        var list = new UUID(16, 9);

        var answer = workspace.resources().save(rules(21, List.of(list)), false).join();

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo("dnc.unknown")));
        assertThat(workspace.resources().save(rules(21, List.of()), false).join())
                .isInstanceOf(Answer.Done.class);
    }
}
