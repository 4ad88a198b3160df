package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.telephony.asterisk.CheckResult.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules. */
class ModuleCheckTest {
    private final CheckRig rig = new CheckRig();

    @ParameterizedTest
    @CsvSource({"app_amd.so, modules.missing, WARN", "res_agi.so, modules.no_agi, FAIL"})
    void aMissingModuleIsNamed(String module, String code, State state) {
        rig.asterisk.modules.remove(module);
        assertThat(rig.wrong())
                .returns(code, CheckResult::code)
                .returns(state, CheckResult::state)
                .returns("load = " + module + '\n', CheckResult::paste);
    }
}
