package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgiCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a\"b", "a\\b", "a\r\nAction: Originate", "a\u0000b", "${SHELL(id)}", "$[1+1]"})
    void anArgumentThatMeansMoreThanItselfIsRefused(String argument) {
        assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.execute("Playback", argument));
    }

    @Test
    void argumentsAreOneWord() {
        assertThat(AgiCommand.execute("SendDTMF", "12#", "1", "100").text()).isEqualTo("EXEC SendDTMF \"12#,1,100\"");
        assertThat(AgiCommand.execute("Echo").text()).isEqualTo("EXEC Echo");
    }

    @Test
    void aValueIsOneWordWhateverStandsInIt() {
        assertThat(AgiCommand.set("NOTE", "say \"yes\" \\ EXEC System id").text())
                .isEqualTo("SET VARIABLE \"NOTE\" \"say \\\"yes\\\" \\\\ EXEC System id\"");
        assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.set("NOTE", "a\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.set("SHELL(rm -r)", "a"));
    }

    @ParameterizedTest
    @CsvSource({
        "Anna Miller, Anna Miller",
        "'O\"Neil <+15550100>', ONeil +15550100",
        "'a\r\nAction: Hangup', aAction: Hangup",
        "'x\\', x",
        "'\u202eAnna\u2066 Miller', Anna Miller"
    })
    void theNameOfACallerStaysAName(String name, String shown) {
        assertThat(AgiCommand.callerId(name, "+12125550188").text())
                .isEqualTo("SET CALLERID \"\\\"" + shown + "\\\" <+12125550188>\"");
    }

    @Test
    void theNumberOfACallerMustBeOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.callerId("Anna", "1>\" x"));
    }

    @ParameterizedTest
    @CsvSource({
        "200%20result%3D0%0A, 0, ''",
        "200%20result%3D-1%0A, -1, ''",
        "200%20result%3D1%20(SUCCESS)%0A, 1, SUCCESS",
        "200%20result%3D1%20(a%20(b)%20c)%0A, 1, a (b) c",
        "200%20result%3D55%20endpos%3D7360%0A, 55, ''",
        "200 result=1 (1+1), 1, 1+1"
    })
    void answersAreRead(String written, int result, String value) {
        assertThat(AgiAnswer.read(written, Instant.EPOCH)).isEqualTo(new AgiAnswer.Done(Instant.EPOCH, result, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"510%20Invalid%20or%20unknown%20command%0A", "", "200", "%zz"})
    void whatIsNoResultIsARefusal(String written) {
        assertThat(AgiAnswer.read(written, Instant.EPOCH)).isInstanceOf(AgiAnswer.Refused.class);
    }
}
