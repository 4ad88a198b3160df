package dev.outpace.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CallStep.Kind;
import dev.outpace.model.PastCall.Stage;
import dev.outpace.ui.live.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PastCallsTest {
    private static final Campaign CAMPAIGN =
            Facts.campaign(11, "Spring renewal", Facts.id(40), Facts.id(1), Facts.id(20));
    private static final UUID AIKO = Facts.id(51);
    private static final UUID MENU = Facts.id(70);

    private final PastCalls past = new PastCalls();
    private final List<CallStep> steps = new ArrayList<>();
    private int number = 100;

    private static Instant at(long second) {
        return Facts.NOW.plusSeconds(second);
    }

    private CampaignCall dialed(long second) {
        var call = Facts.call(number++, CAMPAIGN);
        return new CampaignCall(
                call.id(),
                call.campaignId(),
                call.outplanId(),
                call.outdialId(),
                call.outdialTargetId(),
                call.queueId(),
                CampaignType.CALL,
                "",
                null,
                null,
                0,
                1,
                CallStatus.DIALING,
                CallResult.NONE,
                null,
                at(second),
                null,
                null,
                null,
                null,
                Ids.NIL);
    }

    private void step(CampaignCall call, long second, Kind kind, UUID action) {
        steps.add(new CallStep(call.id(), at(second), kind, action, ""));
    }

    private void add(CampaignCall call) {
        past.add(call, steps);
        steps.clear();
    }

    /** With Aiko, whose phone rings at once or after a wait. */
    private void talked(long dialed, long queued, long rang, long ended) {
        var call = dialed(dialed).answered(at(queued - 1)).queued(Facts.id(40), at(queued));
        step(call, rang, Kind.AGENT_RINGING, AIKO);
        add(call.connected(AIKO, at(rang + 2)).ended(EndCause.NORMAL, at(ended)));
    }

    @Test
    void aCallTellsHowLongItRangAndStoodInItsFlowAndWaited() {
        var call = dialed(0).answered(at(9));
        step(call, 9, Kind.ACTION, MENU);
        step(call, 20, Kind.ACTION, Facts.id(71));
        call = call.queued(Facts.id(40), at(24));
        step(call, 25, Kind.AGENT_RINGING, AIKO);
        add(call.connected(AIKO, at(27)).ended(EndCause.NORMAL, at(127)));

        assertThat(past.all())
                .containsExactly(new PastCall(
                        CAMPAIGN.id(),
                        true,
                        false,
                        9,
                        true,
                        15,
                        List.of(new Stage(MENU, 15), new Stage(Facts.id(71), 4)),
                        1,
                        false,
                        100,
                        PastCall.UNKNOWN));
    }

    @Test
    void callsWithoutAnAgentTellWhatTheyCameTo() {
        add(dialed(0).ended(EndCause.NO_ANSWER, at(26)));
        add(dialed(1).answered(at(10)).ended(EndCause.MACHINE, at(13)));
        var gaveUp = dialed(2).answered(at(11)).queued(Facts.id(40), at(12));
        step(gaveUp, 17, Kind.QUEUE_LEFT, Ids.NIL);
        add(gaveUp.ended(EndCause.ABANDONED, at(30)));

        assertThat(past.all()).extracting(PastCall::answered).containsExactly(false, true, true);
        assertThat(past.all()).extracting(PastCall::ring).containsExactly(26.0, 9.0, 9.0);
        assertThat(past.all()).extracting(PastCall::machine).containsExactly(false, true, false);
        assertThat(past.all()).extracting(PastCall::flow).containsExactly(0.0, 3.0, 1.0);
        assertThat(past.all()).extracting(PastCall::waited).containsExactly(0.0, 0.0, 5.0);
        assertThat(past.all()).extracting(PastCall::gaveUp).containsExactly(false, false, true);
    }

    @Test
    void whatWeCutShortTellsNothing() {
        add(dialed(0).ended(EndCause.CANCELLED, at(5)));
        add(dialed(0).ended(EndCause.NOT_PLACED, at(0)));
        add(dialed(0));

        assertThat(past.all()).isEmpty();
    }

    @Test
    void anAgentWrappedUpUntilTheNextCallerWhoWaitedWasRung() {
        talked(0, 10, 10, 100);
        talked(80, 105, 114, 200);
        talked(180, 260, 260, 300);
        talked(280, 305, 900, 1_000);

        assertThat(past.all())
                .extracting(PastCall::wrapUp)
                .as("14 s; nobody waited; a break; nothing came after")
                .containsExactly(14.0, PastCall.UNKNOWN, PastCall.UNKNOWN, PastCall.UNKNOWN);
    }
}
