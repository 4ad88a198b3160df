package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.telephony.asterisk.CheckResult.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The place where answered calls wait. */
class DialplanCheckTest {
    private final CheckRig rig = new CheckRig();

    @ParameterizedTest
    @CsvSource({"DIALPLAN_EXISTS(outpace;agi;1), 0, dialplan.missing, FAIL, extensions.conf"})
    void aPlaceThatIsMissingIsToldWithWhereToWriteIt(String of, String value, String code, State state, String file) {
        rig.asterisk.values.put(of.replace(';', ','), value);
        assertThat(rig.wrong())
                .returns(code, CheckResult::code)
                .returns(state, CheckResult::state)
                .returns(file, CheckResult::file);
    }

    @Test
    void aDialplanThatDoesSomethingElseThereIsFound() {
        rig.asterisk.appData = "other.agi";
        assertThat(rig.check())
                .filteredOn(result -> result.state() == State.FAIL)
                .extracting(CheckResult::code)
                .containsExactly("dialplan.other", "dry_call.no_agi");
    }
}
