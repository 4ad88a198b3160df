package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a linked exchange lacks is seen without that a person asks for a check. */
class StandingCheckTest {
    private final CheckRig rig = new CheckRig();
    private final List<Set<String>> told = new ArrayList<>();
    private final AsteriskTelephony telephony =
            new AsteriskTelephony(rig.clock, _ -> {}, rig.asterisk, CheckRig.SETTINGS);

    @BeforeEach
    void link() {
        telephony.tellFaults(told::add);
    }

    private Set<String> red() {
        return told.getLast();
    }

    @Test
    void itIsLookedAtAsSoonAsItIsLinkedAndAgain() {
        telephony.connect();
        rig.clock.run(Duration.ofSeconds(5));
        assertThat(told).containsExactly(Set.of());
        rig.asterisk.values.put("DEVICE_STATE(PJSIP/carrier)", "UNAVAILABLE");
        rig.clock.run(Duration.ofSeconds(60));
        assertThat(red()).containsExactly("trunk");
        rig.asterisk.values.put("DEVICE_STATE(PJSIP/carrier)", "NOT_INUSE");
        rig.asterisk.commands.remove("Originate");
        rig.asterisk.values.remove("DIALPLAN_EXISTS(outpace,agi,1)");
        rig.clock.run(Duration.ofSeconds(60));
        assertThat(red()).containsExactlyInAnyOrder("rights", "dialplan");
        assertThat(rig.asterisk.calls).as("no call is made").isEmpty();
        telephony.close();
    }

    @Test
    void aLookThatTheLinkDidNotSurviveIsBegunAnewWithTheNext() {
        rig.asterisk.silentTo.add("ListCommands");
        telephony.connect();
        rig.clock.run(Duration.ofSeconds(2));
        assertThat(told).isEmpty();
        rig.asterisk.silentTo.clear();
        rig.asterisk.wire().cut("cable");
        rig.clock.run(Duration.ofSeconds(5));
        assertThat(told).containsExactly(Set.of());
        telephony.close();
    }
}
