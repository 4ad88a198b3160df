package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.simulation.VirtualClock;
import dev.outpace.telephony.asterisk.CheckResult.State;
import dev.outpace.telephony.asterisk.ami.AmiLogin;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.asterisk.ami.AmiWire;
import dev.outpace.telephony.asterisk.ami.MemoryWire;
import dev.outpace.telephony.asterisk.ami.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an Asterisk whose answers are those of a real 22.10, and of which one thing at a time is wrong. */
class ConnectionCheckTest {
    private static final AsteriskSettings SETTINGS = new AsteriskSettings(
            new AmiLogin("console", new Secret("console-secret"), false),
            new Trunk("PJSIP", "carrier", false),
            "",
            AsteriskSettings.CONTEXT,
            AsteriskSettings.EXTENSION,
            "test");

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final Asterisk asterisk = new Asterisk();
    private final List<CheckResult> results = new ArrayList<>();
    private boolean done;

    /** What it has, and whom it lets do what. */
    private final class Asterisk implements AmiWire.Connector {
        final Set<String> commands = new HashSet<>(Set.of(
                "Originate",
                "Hangup",
                "Setvar",
                "Getvar",
                "AGI",
                "CoreStatus",
                "CoreShowChannels",
                "Redirect",
                "QueuePause",
                "PlayDTMF",
                "ShowDialPlan"));
        final Map<String, String> values = new HashMap<>(Map.of(
                "DIALPLAN_EXISTS(outpace,agi,1)", "1",
                "DEVICE_STATE(PJSIP/carrier)", "NOT_INUSE",
                "PJSIP_ENDPOINT(carrier,send_connected_line)", "no"));
        final Set<String> modules = new HashSet<>(Set.of(
                "res_agi.so",
                "app_playback.so",
                "app_mixmonitor.so",
                "app_amd.so",
                "app_confbridge.so",
                "app_chanspy.so",
                "res_http_media_cache.so"));
        final Set<String> reads = new HashSet<>(Set.of("system", "call", "agi"));
        final Set<String> silentTo = new HashSet<>();
        final List<String> calls = new ArrayList<>();
        Duration delay = Duration.ZERO;
        String appData = "agi:async";
        String greeting = "Asterisk Call Manager/11.0.0";
        boolean login = true;
        boolean times = true;
        private @Nullable MemoryWire wire;

        MemoryWire wire() {
            return Objects.requireNonNull(wire);
        }

        @Override
        public AmiWire connect(AmiWire.Listener listener) {
            wire = new MemoryWire(clock, new SplittableRandom(1), listener, this::act, () -> {});
            clock.schedule(Duration.ZERO, () -> wire().write(greeting + "\r\n"));
            return wire();
        }

        private void act(AmiMessage action) {
            var name = action.get("Action");
            if (silentTo.contains(name)) {
                return;
            }
            if (!delay.isZero() && (name.equals("Getvar") || name.equals("ListCommands"))) {
                clock.schedule(delay, () -> answer(name, action));
                return;
            }
            if (commands.contains("Originate") || !name.equals("Originate")) {
                answer(name, action);
            } else {
                write("Response: Error", action, "Message: Permission denied");
            }
        }

        private void answer(String name, AmiMessage action) {
            switch (name) {
                case "Challenge" -> write("Response: Success", action, "Challenge: 110098897");
                case "Login" -> {
                    write(
                            login ? "Response: Success" : "Response: Error",
                            action,
                            login ? "Message: Authentication accepted" : "Message: Authentication failed");
                    tell("system", "FullyBooted", "Status: Fully Booted");
                }
                case "Ping" -> write("Response: Success", action, "Ping: Pong");
                case "ListCommands" ->
                    write(
                            "Response: Success",
                            action,
                            commands.stream()
                                    .map(each -> each + ": Does it.  (Priv: x,all)")
                                    .toList()
                                    .toArray(String[]::new));
                case "Getvar" -> write("Response: Success", action, "Value: " + value(action.get("Variable")));
                case "ShowDialPlan" -> {
                    write("Response: Success", action, "EventList: start");
                    write(
                            "Event: ListDialplan",
                            action,
                            "Context: outpace",
                            "Extension: agi",
                            "Priority: 1",
                            "Application: AGI",
                            "AppData: " + appData);
                    write("Event: ShowDialPlanComplete", action, "EventList: Complete");
                }
                case "Originate" -> originate(action);
                case "Hangup" -> {
                    calls.add("hang up " + action.get("Channel"));
                    write("Response: Success", action, "Message: Channel Hungup");
                }
                default -> throw new AssertionError("not an action of the check: " + action);
            }
        }

        private String value(String of) {
            if (of.equals("EPOCH")) {
                return values.getOrDefault(of, Long.toString(clock.wallTime().getEpochSecond()));
            }
            return of.startsWith("IFMODULE(")
                    ? modules.contains(of.substring("IFMODULE(".length(), of.length() - 1)) ? "1" : "0"
                    : values.getOrDefault(of, "");
        }

        private void originate(AmiMessage action) {
            calls.add(action.get("Channel"));
            write("Response: Success", action, "Message: Originate successfully queued");
            tell("call", "Newchannel", "Uniqueid: " + action.get("ChannelId"));
            if (appData.startsWith("agi:async")) {
                tell("agi", "AsyncAGIStart", "Uniqueid: " + action.get("OtherChannelId"));
            }
        }

        private void tell(String right, String event, String field) {
            if (reads.contains(right)) {
                wire().write("Event: " + event + "\r\n" + field + "\r\n"
                        + (times ? "Timestamp: 1793610000.000100\r\n" : "") + "\r\n");
            }
        }

        private void write(String first, AmiMessage to, String... fields) {
            wire().write(first + "\r\nActionID: " + to.get("ActionID") + "\r\n" + String.join("\r\n", fields)
                    + "\r\n\r\n");
        }
    }

    private final Set<String> queues = new LinkedHashSet<>();

    @Test
    void aQueueOfAsteriskThatKeepsLimitsAndRingsIsFine() {
        queues.add("support");
        asterisk.values.put("QUEUE_EXISTS(support)", "1");
        asterisk.values.put("AST_CONFIG(queues.conf,support,timeoutpriority)", "conf");
        asterisk.values.put("AST_CONFIG(queues.conf,support,retry)", "1");
        asterisk.values.put("AST_CONFIG(queues.conf,support,ringinuse)", "no");
        assertThat(check())
                .filteredOn(result -> result.name().equals("queues"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.state()).isEqualTo(State.OK);
                    assertThat(result.code()).isEqualTo("queues.ok");
                });
    }

    @Test
    void aQueueThatCutsRingsIsToldWithWhatToPasteAndOneThatIsNotThereFails() {
        queues.add("support");
        queues.add("sales");
        asterisk.values.put("QUEUE_EXISTS(support)", "1");
        asterisk.values.put("AST_CONFIG(queues.conf,support,autofill)", "no");
        assertThat(check())
                .filteredOn(result -> result.name().equals("queues"))
                .satisfiesExactly(
                        result -> {
                            assertThat(result.state()).isEqualTo(State.WARN);
                            assertThat(result.paste()).isEqualTo("""
                                [support]
                                timeoutpriority = conf
                                retry = 1
                                ringinuse = no
                                autofill = yes
                                """);
                        },
                        result -> {
                            assertThat(result.state()).isEqualTo(State.FAIL);
                            assertThat(result.code()).isEqualTo("queues.none");
                            assertThat(result.args()).containsExactly("sales");
                        });
    }

    private List<CheckResult> check() {
        new ConnectionCheck(clock, asterisk, SETTINGS, queues, results::add, () -> done = true);
        clock.run(Duration.ofSeconds(30));
        assertThat(done).isTrue();
        return results;
    }

    private CheckResult wrong() {
        return assertThat(check())
                .filteredOn(result -> result.state() != State.OK)
                .singleElement()
                .actual();
    }

    @Test
    void anAsteriskThatIsSetUpAsDescribedIsFoundSoAndNobodyIsRung() {
        assertThat(check())
                .allSatisfy(
                        result -> assertThat(result.state()).as(result.code()).isEqualTo(State.OK))
                .extracting(CheckResult::name)
                .containsExactly(
                        "login",
                        "events",
                        "rights",
                        "dialplan",
                        "trunk",
                        "connected_line",
                        "modules",
                        "clock",
                        "dry_call",
                        "timestamps");
        assertThat(asterisk.calls.getFirst()).isEqualTo("Local/agi@outpace/n");
        assertThat(asterisk.calls.getLast()).startsWith("hang up outpace-check-");
        assertThat(asterisk.wire().isClosed()).isTrue();
    }

    @Test
    void aRefusedLoginIsToldWithTheLinesForTheUser() {
        asterisk.login = false;
        assertThat(wrong())
                .returns("login.refused", CheckResult::code)
                .returns("manager.conf", CheckResult::file)
                .satisfies(result -> assertThat(result.paste()).contains("[console]", "read = ", "write = "))
                .satisfies(result -> assertThat(result.toString()).doesNotContain("console-secret"));
    }

    @Test
    void whoIsNoAsteriskIsToldSo() {
        asterisk.greeting = "SSH-2.0-OpenSSH_9.2";
        assertThat(wrong()).returns("login", CheckResult::name).returns(State.FAIL, CheckResult::state);
    }

    @ParameterizedTest
    @CsvSource({"Hangup, rights.missing, FAIL", "AGI, rights.missing, FAIL", "QueuePause, rights.fewer, WARN"})
    void anOrderThatMayNotBeGivenIsNamed(String command, String code, State state) {
        asterisk.commands.remove(command);
        assertThat(wrong())
                .returns(code, CheckResult::code)
                .returns(state, CheckResult::state)
                .returns(List.of(command), CheckResult::args);
    }

    @Test
    void whoMayNotOriginateIsRefusedTheCall() {
        asterisk.commands.remove("Originate");
        assertThat(check())
                .filteredOn(result -> result.state() == State.FAIL)
                .extracting(CheckResult::code)
                .containsExactly("rights.missing", "dry_call.refused");
    }

    @ParameterizedTest
    @CsvSource({
        "DIALPLAN_EXISTS(outpace;agi;1), 0, dialplan.missing, FAIL, extensions.conf",
        "DEVICE_STATE(PJSIP/carrier), INVALID, trunk.none, FAIL, ''",
        "DEVICE_STATE(PJSIP/carrier), UNAVAILABLE, trunk.unavailable, FAIL, ''",
        "PJSIP_ENDPOINT(carrier;send_connected_line), yes, connected_line.sent, WARN, pjsip.conf",
        "EPOCH, 1793610091, clock.ahead, WARN, ''",
        "EPOCH, 1793609900, clock.behind, WARN, ''",
        "EPOCH, '', clock.untold, WARN, ''"
    })
    void whatIsMissingIsToldWithWhereToChangeIt(String of, String value, String code, State state, String file) {
        asterisk.values.put(of.replace(';', ','), value);
        assertThat(wrong())
                .returns(code, CheckResult::code)
                .returns(state, CheckResult::state)
                .returns(file, CheckResult::file);
    }

    private void manager(String read, String permit, String acl, String writeTimeout) {
        asterisk.values.put("AST_CONFIG(manager.conf,console,read)", read);
        asterisk.values.put("AST_CONFIG(manager.conf,console,permit)", permit);
        asterisk.values.put("AST_CONFIG(manager.conf,console,acl)", acl);
        asterisk.values.put("AST_CONFIG(manager.conf,console,writetimeout)", writeTimeout);
    }

    @Test
    void theSettingsOfTheUserAreRead() {
        manager("system,call,agent,user,dtmf,agi", "127.0.0.1/255.255.255.255", "", "1000");
        assertThat(check())
                .allSatisfy(
                        result -> assertThat(result.state()).as(result.code()).isEqualTo(State.OK))
                .extracting(CheckResult::name)
                .contains("reads", "acl", "write_timeout");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        system, call,agent,agi | 10.0.0.5 |        | 1000 | reads.missing       | user, dtmf
        all                    |          |        | 1000 | acl.none            | console
        all                    |          | office | 100  | write_timeout.short |
        all                    |          | office |      | write_timeout.short |
        """)
    void whatTheSettingsOfTheUserLackIsToldWithTheLines(
            String read,
            @Nullable String permit,
            @Nullable String acl,
            @Nullable String writeTimeout,
            String code,
            @Nullable String told) {
        manager(
                read,
                Objects.requireNonNullElse(permit, ""),
                Objects.requireNonNullElse(acl, ""),
                Objects.requireNonNullElse(writeTimeout, ""));
        assertThat(wrong())
                .returns(code, CheckResult::code)
                .returns(State.WARN, CheckResult::state)
                .returns("manager.conf", CheckResult::file)
                .returns(told == null ? List.of() : List.of(told), CheckResult::args);
    }

    @Test
    void whatCouldNotBeCheckedInTimeIsToldAsNotTried() {
        asterisk.delay = Duration.ofMillis(900);
        assertThat(check())
                .filteredOn(result -> result.code().equals("not_tried"))
                .allSatisfy(result -> assertThat(result.state()).isEqualTo(State.WARN))
                .extracting(CheckResult::name)
                .containsExactly("modules", "clock", "dry_call");
        assertThat(asterisk.wire().isClosed()).isTrue();
    }

    @Test
    void aDialplanThatDoesSomethingElseThereIsFound() {
        asterisk.appData = "other.agi";
        assertThat(check())
                .filteredOn(result -> result.state() == State.FAIL)
                .extracting(CheckResult::code)
                .containsExactly("dialplan.other", "dry_call.no_agi");
    }

    @ParameterizedTest
    @CsvSource({"app_amd.so, modules.missing, WARN", "res_agi.so, modules.no_agi, FAIL"})
    void aMissingModuleIsNamed(String module, String code, State state) {
        asterisk.modules.remove(module);
        assertThat(wrong())
                .returns(code, CheckResult::code)
                .returns(state, CheckResult::state)
                .returns("load = " + module + '\n', CheckResult::paste);
    }

    @ParameterizedTest
    @CsvSource({"system, events.no_system, WARN", "call, dry_call.unheard, FAIL", "agi, dry_call.no_agi, FAIL"})
    void whatTheUserMayNotReadIsFoundByWhatIsNotHeard(String right, String code, State state) {
        asterisk.reads.remove(right);
        assertThat(wrong()).returns(code, CheckResult::code).returns(state, CheckResult::state);
        assertThat(asterisk.calls.getLast()).startsWith("hang up outpace-check-");
    }

    @Test
    void eventsWithoutTimesAreFound() {
        asterisk.times = false;
        assertThat(wrong()).returns("timestamps.none", CheckResult::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListCommands", "Getvar", "ShowDialPlan", "Hangup"})
    void anAsteriskThatStopsAnsweringIsNotAskedOn(String action) {
        asterisk.silentTo.add(action);
        assertThat(wrong()).returns("no_answer", CheckResult::code).returns(State.FAIL, CheckResult::state);
        assertThat(results.getLast().state()).isEqualTo(State.FAIL);
    }

    @Test
    void aLinkThatIsLostEndsTheCheck() {
        clock.schedule(Duration.ofSeconds(1), () -> asterisk.wire().cut("closed by Asterisk"));
        asterisk.silentTo.add("Originate");
        assertThat(check().getLast()).returns("link.lost", CheckResult::code);
    }
}
