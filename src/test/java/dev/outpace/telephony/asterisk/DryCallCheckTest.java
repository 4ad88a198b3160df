package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.telephony.asterisk.CheckResult.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call that rings nobody. */
class DryCallCheckTest {
    private final CheckRig rig = new CheckRig();

    @ParameterizedTest
    @CsvSource({"system, events.no_system, WARN", "call, dry_call.unheard, FAIL", "agi, dry_call.no_agi, FAIL"})
    void whatTheUserMayNotReadIsFoundByWhatIsNotHeard(String right, String code, State state) {
        rig.asterisk.reads.remove(right);
        assertThat(rig.wrong()).returns(code, CheckResult::code).returns(state, CheckResult::state);
        assertThat(rig.asterisk.calls.getLast()).startsWith("hang up outpace-check-");
    }

    @Test
    void eventsWithoutTimesAreFound() {
        rig.asterisk.times = false;
        assertThat(rig.wrong()).returns("timestamps.none", CheckResult::code);
    }

    private void serve(boolean fetched) {
        rig.sound = new TrialSound("10.0.0.5:8077", "http://10.0.0.5:8077/speech/ab.wav", () -> fetched);
    }

    @Test
    void aSoundThatAsteriskPlaysIsFine() {
        serve(true);
        assertThat(rig.check())
                .allSatisfy(
                        result -> assertThat(result.state()).as(result.code()).isEqualTo(State.OK))
                .last()
                .returns("sound.ok", CheckResult::code)
                .returns(List.of("10.0.0.5:8077"), CheckResult::args);
        assertThat(rig.asterisk.played)
                .containsExactly(
                        "EXEC Answer",
                        "EXEC Playback \"http://10.0.0.5:8077/speech/ab.wav\"",
                        "GET VARIABLE \"PLAYBACKSTATUS\"");
        assertThat(rig.asterisk.calls.getLast()).startsWith("hang up outpace-check-");
    }

    @ParameterizedTest
    @CsvSource({"true, sound.not_played", "false, sound.not_fetched"})
    void aSoundThatIsNotPlayedIsToldWithTheAddress(boolean fetched, String code) {
        serve(fetched);
        rig.asterisk.playback = "FAILED";
        assertThat(rig.wrong())
                .returns(code, CheckResult::code)
                .returns(State.WARN, CheckResult::state)
                .returns(List.of("10.0.0.5:8077"), CheckResult::args);
    }

    @Test
    void anAsteriskThatWaitsForASoundInVainIsNotWaitedForAndTheCallIsHungUp() {
        serve(false);
        rig.asterisk.silentTo.add("AGI");
        assertThat(rig.wrong()).returns("sound.not_fetched", CheckResult::code);
        assertThat(rig.asterisk.calls.getLast()).startsWith("hang up outpace-check-");
    }

    @Test
    void aSoundThatCouldNotBeTriedInTimeIsToldSoAndTheCallIsHungUp() {
        serve(false);
        rig.asterisk.silentTo.add("AGI");
        rig.asterisk.delay = Duration.ofMillis(500);
        assertThat(rig.wrong()).returns("sound", CheckResult::name).returns("not_tried", CheckResult::code);
        assertThat(rig.asterisk.calls.getLast()).startsWith("hang up outpace-check-");
    }

    @Test
    void aCallThatDoesNotWaitForOrdersPlaysNoSound() {
        serve(true);
        rig.asterisk.appData = "other.agi";
        rig.check();
        assertThat(rig.results).extracting(CheckResult::name).doesNotContain("sound");
        assertThat(rig.asterisk.played).isEmpty();
    }
}
