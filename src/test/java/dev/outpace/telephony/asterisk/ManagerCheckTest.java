package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.telephony.asterisk.CheckResult.State;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user's own settings. */
class ManagerCheckTest {
    private final CheckRig rig = new CheckRig();

    private void manager(String read, String permit, String acl, String writeTimeout) {
        rig.asterisk.values.put("AST_CONFIG(manager.conf,console,read)", read);
        rig.asterisk.values.put("AST_CONFIG(manager.conf,console,permit)", permit);
        rig.asterisk.values.put("AST_CONFIG(manager.conf,console,acl)", acl);
        rig.asterisk.values.put("AST_CONFIG(manager.conf,console,writetimeout)", writeTimeout);
    }

    @Test
    void theSettingsOfTheUserAreRead() {
        manager("system,call,agent,user,dtmf,agi", "127.0.0.1/255.255.255.255", "", "1000");
        assertThat(rig.check())
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
        assertThat(rig.wrong())
                .returns(code, CheckResult::code)
                .returns(State.WARN, CheckResult::state)
                .returns("manager.conf", CheckResult::file)
                .returns(told == null ? List.of() : List.of(told), CheckResult::args);
    }
}
