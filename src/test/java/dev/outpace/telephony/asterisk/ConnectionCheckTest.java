package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.telephony.asterisk.CheckResult.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an Asterisk of which one thing at a time is wrong: what concerns the check as a whole. */
class ConnectionCheckTest {
    private final CheckRig rig = new CheckRig();

    @Test
    void anAsteriskThatIsSetUpAsDescribedIsFoundSoAndNobodyIsRung() {
        assertThat(rig.check())
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
        assertThat(rig.asterisk.calls.getFirst()).isEqualTo("Local/agi@outpace/n");
        assertThat(rig.asterisk.calls.getLast()).startsWith("hang up outpace-check-");
        assertThat(rig.asterisk.wire().isClosed()).isTrue();
    }

    @Test
    void aRefusedLoginIsToldWithTheLinesForTheUser() {
        rig.asterisk.login = false;
        assertThat(rig.wrong())
                .returns("login.refused", CheckResult::code)
                .returns("manager.conf", CheckResult::file)
                .satisfies(result -> assertThat(result.paste()).contains("[console]", "read = ", "write = "))
                .satisfies(result -> assertThat(result.toString()).doesNotContain("console-secret"));
    }

    @Test
    void whoIsNoAsteriskIsToldSo() {
        rig.asterisk.greeting = "SSH-2.0-OpenSSH_9.2";
        assertThat(rig.wrong()).returns("login", CheckResult::name).returns(State.FAIL, CheckResult::state);
    }

    @Test
    void whatCouldNotBeCheckedInTimeIsToldAsNotTried() {
        rig.asterisk.delay = Duration.ofMillis(900);
        assertThat(rig.check())
                .filteredOn(result -> result.code().equals("not_tried"))
                .allSatisfy(result -> assertThat(result.state()).isEqualTo(State.WARN))
                .extracting(CheckResult::name)
                .containsExactly("modules", "clock", "dry_call");
        assertThat(rig.asterisk.wire().isClosed()).isTrue();
    }

    @Test
    void whatCameBeforeMayHaveTakenAllOfTheTime() {
        rig.left = Duration.ZERO;
        assertThat(rig.check())
                .allSatisfy(result -> assertThat(result.code()).isEqualTo("not_tried"))
                .extracting(CheckResult::name)
                .containsExactly("login", "rights", "reads", "dialplan", "trunk", "modules", "clock", "dry_call");
        assertThat(rig.asterisk.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListCommands", "Getvar", "ShowDialPlan", "Hangup"})
    void anAsteriskThatStopsAnsweringIsNotAskedOn(String action) {
        rig.asterisk.silentTo.add(action);
        assertThat(rig.wrong()).returns("no_answer", CheckResult::code).returns(State.FAIL, CheckResult::state);
        assertThat(rig.results.getLast().state()).isEqualTo(State.FAIL);
    }

    @Test
    void aLinkThatIsLostEndsTheCheck() {
        rig.clock.schedule(Duration.ofSeconds(1), () -> rig.asterisk.wire().cut("closed by Asterisk"));
        rig.asterisk.silentTo.add("Originate");
        assertThat(rig.check().getLast()).returns("link.lost", CheckResult::code);
    }
}
