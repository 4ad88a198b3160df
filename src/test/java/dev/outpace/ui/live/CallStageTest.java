package dev.outpace.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CallStage;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import org.junit.jupiter.api.Test;

class CallStageTest {
    @Test
    void menuWaitingAndTalkingAreToldApart() {
        var dialing = Facts.call(500, Facts.campaign(1, "Spring renewal", Facts.id(10), Ids.NIL, Ids.NIL));
        var menu = dialing.answered(Facts.NOW);
        var waiting = menu.queued(Facts.id(10), Facts.NOW);
        var talking = waiting.connected(Facts.id(20), Facts.NOW);
        assertThat(CallStage.of(dialing)).isEqualTo(CallStage.DIALING);
        assertThat(CallStage.of(menu)).isEqualTo(CallStage.MENU);
        assertThat(CallStage.of(waiting)).isEqualTo(CallStage.WAITING);
        assertThat(CallStage.of(talking)).isEqualTo(CallStage.TALKING);
        assertThat(CallStage.of(talking.ended(EndCause.NORMAL, Facts.NOW))).isEqualTo(CallStage.DONE);
    }
}
