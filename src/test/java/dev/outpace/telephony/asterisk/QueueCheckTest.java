package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.telephony.asterisk.CheckResult.State;
import org.junit.jupiter.api.Test;

/** Asterisk's own queues. */
class QueueCheckTest {
    private final CheckRig rig = new CheckRig();

    @Test
    void aQueueOfAsteriskThatKeepsLimitsAndRingsIsFine() {
        rig.queues.add("support");
        rig.asterisk.values.put("QUEUE_EXISTS(support)", "1");
        rig.asterisk.values.put("AST_CONFIG(queues.conf,support,timeoutpriority)", "conf");
        rig.asterisk.values.put("AST_CONFIG(queues.conf,support,retry)", "1");
        rig.asterisk.values.put("AST_CONFIG(queues.conf,support,ringinuse)", "no");
        assertThat(rig.check())
                .filteredOn(result -> result.name().equals("queues"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.state()).isEqualTo(State.OK);
                    assertThat(result.code()).isEqualTo("queues.ok");
                });
    }

    @Test
    void aQueueThatCutsRingsIsToldWithWhatToPasteAndOneThatIsNotThereFails() {
        rig.queues.add("support");
        rig.queues.add("sales");
        rig.asterisk.values.put("QUEUE_EXISTS(support)", "1");
        rig.asterisk.values.put("AST_CONFIG(queues.conf,support,autofill)", "no");
        assertThat(rig.check())
                .filteredOn(result -> result.name().equals("queues"))
                .satisfiesExactly(
                        result -> {
                            assertThat(result.state()).isEqualTo(State.WARN);
                            assertThat(result.paste()).isEqualTo("""
                                [support]
                                timeoutpriority = conf
                                retry = 1
                                ringinuse = no
                                autofill = yes
                                """);
                        },
                        result -> {
                            assertThat(result.state()).isEqualTo(State.FAIL);
                            assertThat(result.code()).isEqualTo("queues.none");
                            assertThat(result.args()).containsExactly("sales");
                        });
    }
}
