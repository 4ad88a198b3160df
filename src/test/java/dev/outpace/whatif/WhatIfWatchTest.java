package dev.outpace.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.Ids;
import dev.outpace.ui.live.Facts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhatIfWatchTest {
    private static final UUID AGENT = Facts.id(1);
    private static final UUID CAMPAIGN = Facts.id(2);

    private final WhatIfWatch watch = new WhatIfWatch();

    private void moved(int second, AgentStatus status, UUID campaignId, boolean wrappingUp) {
        var callId = Ids.isNil(campaignId) ? Ids.NIL : Facts.id(3);
        watch.agentMoved(new AgentMoment(AGENT, status, Facts.NOW.plusSeconds(second), callId, campaignId, wrappingUp));
    }

    @Test
    void aWrapUpLastsFromTheEndOfTheTalkToTheNextState() {
        moved(0, AgentStatus.BUSY, CAMPAIGN, false);
        moved(60, AgentStatus.BUSY, Ids.NIL, true);
        moved(75, AgentStatus.AVAILABLE, Ids.NIL, false);

        assertThat(watch.wrapUps(CAMPAIGN)).isEqualTo(new Times(1, 15, 0));
    }

    @Test
    void wrapUpsOfOtherCallsOrUnderWayAtTheBeginningAreNotCounted() {
        moved(0, AgentStatus.BUSY, Ids.NIL, true);
        moved(9, AgentStatus.AVAILABLE, Ids.NIL, false);
        moved(10, AgentStatus.BUSY, Ids.NIL, false);
        moved(20, AgentStatus.BUSY, Ids.NIL, true);
        moved(30, AgentStatus.AVAILABLE, Ids.NIL, false);

        assertThat(watch.wrapUps(CAMPAIGN)).isEqualTo(Times.NONE);
        assertThat(watch.wrapUps(Ids.NIL)).isEqualTo(Times.NONE);
    }

    @Test
    void callsOfNoCampaignAreCountedForTheAgentsWhoTookThem() {
        var agents = List.of(Facts.agent(1, "Aiko Tanaka", Facts.id(40)));
        for (int call = 0; call < 10; call++) {
            assertThat(watch.otherCalls(agents, 2).perHour()).isZero();
            moved(20 * call, AgentStatus.AVAILABLE, Ids.NIL, false);
            moved(20 * call + 5, AgentStatus.BUSY, Ids.NIL, false);
            moved(20 * call + 15, AgentStatus.BUSY, Ids.NIL, true);
        }
        moved(300, AgentStatus.BUSY, CAMPAIGN, false);

        assertThat(watch.otherCalls(agents, 2)).isEqualTo(new WhatIfWatch.OtherCalls(10, 5));
        assertThat(watch.otherCalls(List.of(), 2).calls()).isZero();
    }

    @Test
    void whoIsAvailableRingingOrBusyIsAtWork() {
        assertThat(watch.isAtWork(AGENT)).isFalse();
        moved(0, AgentStatus.BUSY, CAMPAIGN, false);
        assertThat(watch.isAtWork(AGENT)).isTrue();
        moved(1, AgentStatus.AWAY, Ids.NIL, false);
        assertThat(watch.isAtWork(AGENT)).isFalse();
    }
}
