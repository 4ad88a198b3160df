package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.telephony.asterisk.CheckResult.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which orders the user may give. */
class RightsCheckTest {
    private final CheckRig rig = new CheckRig();

    @ParameterizedTest
    @CsvSource({"Hangup, rights.missing, FAIL", "AGI, rights.missing, FAIL", "QueuePause, rights.fewer, WARN"})
    void anOrderThatMayNotBeGivenIsNamed(String command, String code, State state) {
        rig.asterisk.commands.remove(command);
        assertThat(rig.wrong())
                .returns(code, CheckResult::code)
                .returns(state, CheckResult::state)
                .returns(List.of(command), CheckResult::args);
    }

    @Test
    void whoMayNotOriginateIsRefusedTheCall() {
        rig.asterisk.commands.remove("Originate");
        assertThat(rig.check())
                .filteredOn(result -> result.state() == State.FAIL)
                .extracting(CheckResult::code)
                .containsExactly("rights.missing", "dry_call.refused");
    }
}
