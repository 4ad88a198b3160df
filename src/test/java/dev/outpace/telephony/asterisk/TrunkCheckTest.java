package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.telephony.asterisk.CheckResult.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trunk. */
class TrunkCheckTest {
    private final CheckRig rig = new CheckRig();

    @ParameterizedTest
    @CsvSource({
        "DEVICE_STATE(PJSIP/carrier), INVALID, trunk.none, FAIL, ''",
        "DEVICE_STATE(PJSIP/carrier), UNAVAILABLE, trunk.unavailable, FAIL, ''",
        "PJSIP_ENDPOINT(carrier;send_connected_line), yes, connected_line.sent, WARN, pjsip.conf"
    })
    void whatIsWrongWithTheTrunkIsToldWithWhereToChangeIt(
            String of, String value, String code, State state, String file) {
        rig.asterisk.values.put(of.replace(';', ','), value);
        assertThat(rig.wrong())
                .returns(code, CheckResult::code)
                .returns(state, CheckResult::state)
                .returns(file, CheckResult::file);
    }
}
