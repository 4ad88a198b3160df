package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.AttemptLimit;
import dev.outpace.model.ConsentRule;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.model.UnknownZone;
import dev.outpace.numbers.NumberReader;
import dev.outpace.store.EmptyWorkspace;
import dev.outpace.store.PlacedCalls;
import dev.outpace.store.Store;
import dev.outpace.ui.live.Facts;
import dev.outpace.workspace.RuleChecks.Line;
import dev.outpace.workspace.RuleChecks.OfSet;
import dev.outpace.workspace.RuleChecks.Rule;
import dev.outpace.workspace.RuleChecks.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleChecksTest {
    private static final String NUMBER = "+12125550123";
    private static final Instant NOW = Facts.NOW.plus(Duration.ofDays(1));

    @TempDir
    Path folder;

    private Store store;
    private PlacedCalls calls;

    @BeforeEach
    void open() {
        store = Store.open(EmptyWorkspace.in(folder.resolve("workspace")), "test", new JacksonJson());
        calls = new PlacedCalls(store, 20);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static RuleSet rules(List<AttemptLimit> limits, String personKey, @Nullable ConsentRule consent) {
        return new RuleSet(
                Facts.id(70),
                "Rules",
                "",
                null,
                null,
                UnknownZone.NEVER,
                List.of(),
                Map.of(),
                limits,
                new RestRules(Duration.ofDays(7), Duration.ZERO, Duration.ZERO, false),
                personKey,
                List.of(),
                consent,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private OfSet check(String number, RuleSet rules) {
        var checks = new RuleChecks(
                store.resources().join(), store, new NumberReader(NumberReader.FIRST_REGION), ZoneOffset.UTC);
        return ((Told.Rulings) checks.check(number, rules, NOW)).rulings().getFirst();
    }

    private static Line line(OfSet of, Rule rule) {
        return of.lines().stream()
                .filter(line -> line.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachRuleTellsWhatItCounted() {
        calls.ended(NOW.minus(Duration.ofHours(30)), 20, EndCause.NO_ANSWER);
        calls.ended(NOW.minus(Duration.ofHours(3)), 20, EndCause.NO_ANSWER);
        calls.ended(NOW.minus(Duration.ofHours(2)), 20, EndCause.BUSY);
        var limits = List.of(
                new AttemptLimit(2, Duration.ofHours(24), AttemptLimit.Per.NUMBER),
                new AttemptLimit(7, Duration.ofDays(7), AttemptLimit.Per.PERSON));

        var told = check(NUMBER, rules(limits, "", null));

        assertThat(told.callable()).isFalse();
        assertThat(told.until()).isEqualTo(NOW.plus(Duration.ofHours(21)));
        assertThat(told.lines())
                .containsExactly(
                        new Line(Rule.ZONE, true, "America/New_York"),
                        new Line(Rule.HOURS, true, "any hour"),
                        new Line(Rule.ATTEMPTS, false, "2 of 2 in 24 h to this number, 3 of 7 in 7 d to this person"),
                        new Line(Rule.REST, true, "no call to rest after"),
                        new Line(Rule.DO_NOT_CALL, true, "no list counts"),
                        new Line(Rule.CONSENT, true, "none is needed"));
    }

    @Test
    void aConversationIsRestedAfter() {
        calls.talked(NOW.minus(Duration.ofDays(3)), 5, 55);

        var told = check(NUMBER, rules(List.of(), "", null));

        assertThat(line(told, Rule.REST)).isEqualTo(new Line(Rule.REST, false, "last conversation 2 d 23 h ago"));
        assertThat(told.until())
                .isEqualTo(NOW.minus(Duration.ofDays(3)).plusSeconds(60).plus(Duration.ofDays(7)));
    }

    private void add(int id, String number, String data) {
        store.targets()
                .add(new OutdialTarget(
                        Facts.id(id),
                        Facts.id(1),
                        0,
                        "Person " + id,
                        "",
                        data,
                        TargetStatus.IDLE,
                        Arrays.asList(null, Address.tel(number), null, null, null),
                        List.of(0, 0, 0, 0, 0),
                        null,
                        null,
                        Stamps.createdAt(Facts.NOW),
                        Json.Obj.EMPTY))
                .join();
    }

    @Test
    void aConsentIsThatOfTheTargetThatHasTheNumber() {
        var rules = rules(List.of(), "", new ConsentRule("opt_in", "", null));
        add(5_001, "+12125550160", "{}");
        assertThat(check("+12125550160", rules).callable()).isFalse();
        assertThat(line(check("+12125550160", rules), Rule.CONSENT))
                .isEqualTo(new Line(Rule.CONSENT, false, "Person 5001: no consent to be called"));

        add(5_002, "+12125550160", "{\"opt_in\": \"2026-01-05\"}");
        assertThat(check("+12125550160", rules).callable()).isTrue();
        assertThat(line(check("+12125550160", rules), Rule.CONSENT))
                .isEqualTo(new Line(Rule.CONSENT, true, "given on 2026-01-05 by Person 5002"));
    }

    @Test
    void ofANumberOfNobodyNoConsentIsAsked() {
        var told = check("+12125550161", rules(List.of(), "", new ConsentRule("opt_in", "", null)));
        assertThat(told.callable()).isTrue();
        assertThat(line(told, Rule.CONSENT).detail()).isEqualTo("the number belongs to no target, so it is not asked");
    }

    @Test
    void whoCallsWithoutRulesIsToldOfListsAlone() {
        var checks = new RuleChecks(
                store.resources().join(), store, new NumberReader(NumberReader.FIRST_REGION), ZoneOffset.UTC);
        var told = (Told.Rulings) checks.check(NUMBER, Facts.id(11).toString(), NOW);
        assertThat(told.rulings().getFirst().lines())
                .containsExactly(new Line(Rule.DO_NOT_CALL, true, "no list counts"));
    }
}
