package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.telephony.asterisk.CheckResult.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exchange's clock. */
class ClockCheckTest {
    private final CheckRig rig = new CheckRig();

    @ParameterizedTest
    @CsvSource({
        "EPOCH, 1793610091, clock.ahead, WARN, ''",
        "EPOCH, 1793609900, clock.behind, WARN, ''",
        "EPOCH, '', clock.untold, WARN, ''"
    })
    void aClockThatDiffersIsToldWithHow(String of, String value, String code, State state, String file) {
        rig.asterisk.values.put(of.replace(';', ','), value);
        assertThat(rig.wrong())
                .returns(code, CheckResult::code)
                .returns(state, CheckResult::state)
                .returns(file, CheckResult::file);
    }
}
