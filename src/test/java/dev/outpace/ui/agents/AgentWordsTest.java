package dev.outpace.ui.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentMoment.Remark;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentWordsTest {

    private static final int ADA = 20;

    private final Texts texts = new Texts();
    private final Floor floor = new Floor(
            texts,
            Facts.campaign(Floor.CAMPAIGN, "Spring renewal", Ids.NIL, Ids.NIL, Ids.NIL),
            Facts.agent(ADA, "Ada Berg", Ids.NIL));
    private final AgentWords words = new AgentWords(texts, floor.live);

    private String reason() {
        return words.reason(floor.row(ADA), Facts.NOW);
    }

    private String reasonWhen(AgentStatus status, long seconds) {
        floor.set(ADA, status, seconds);
        floor.beat();
        return reason();
    }

    @Test
    void aStateSaysWhatItIsAbout() {
        assertThat(reason()).isEqualTo("Signed out");
        assertThat(words.time(floor.row(ADA), Facts.NOW))
                .as("since they were added")
                .isEqualTo("0:00");
        assertThat(reasonWhen(AgentStatus.AVAILABLE, 5)).isEqualTo("Waiting for a call");
        assertThat(reasonWhen(AgentStatus.RINGING, 5)).isEqualTo("Spring renewal");
        assertThat(reasonWhen(AgentStatus.BUSY, 68)).isEqualTo("Spring renewal");
        assertThat(words.time(floor.row(ADA), Facts.NOW)).isEqualTo("1:08");
        assertThat(reasonWhen(AgentStatus.OFFLINE, 5)).isEqualTo("Signed out");
    }

    @Test
    void aCallSaysWhomItIsWith() {
        var campaign = Facts.campaign(Floor.CAMPAIGN, "Spring renewal", Ids.NIL, Ids.NIL, Ids.NIL);
        floor.call(ADA, campaign);
        assertThat(reasonWhen(AgentStatus.BUSY, 5))
                .isEqualTo(Facts.call(ADA + 50_000, campaign).targetName() + " · Spring renewal");
    }

    @Test
    void whileTheLinkIsLostOnlyWhatWasOrderedHereIsKnown() {
        reasonWhen(AgentStatus.BUSY, 68);
        floor.link(false);
        assertThat(words.state(floor.row(ADA))).isEqualTo("Unknown");
        assertThat(reason()).isEqualTo("Last known: Busy · Spring renewal");
        assertThat(words.time(floor.row(ADA), Facts.NOW.plusSeconds(30)))
                .as("as long as it was when it was known")
                .isEqualTo("1:08");
        assertThat(reasonWhen(AgentStatus.AVAILABLE, 5)).isEqualTo("Last known: Available");
        assertThat(reasonWhen(AgentStatus.AWAY, 5)).isEqualTo("Break");
        assertThat(words.state(floor.row(ADA))).isEqualTo("Away");
        var support = new Queue(
                Facts.id(10),
                "Support",
                "",
                "",
                List.of(Facts.id(10)),
                Ids.NIL,
                0,
                0,
                QueueService.USUAL,
                new ExchangeQueue("support"),
                Stamps.createdAt(Facts.NOW),
                Json.Obj.EMPTY);
        floor.store(support);
        floor.store(Facts.agent(ADA, "Ada Berg", support.id()));
        assertThat(words.state(floor.row(ADA)))
                .as("a queue of the phone system may have sent her back")
                .isEqualTo("Unknown");
        floor.link(true);
        assertThat(words.state(floor.row(ADA))).isEqualTo("Away");
    }

    @Test
    void aBreakIsLongAfterFortyMinutes() {
        assertThat(reasonWhen(AgentStatus.AWAY, 2_400)).isEqualTo("Break");
        assertThat(AgentWords.isLongAway(floor.row(ADA), Facts.NOW)).isFalse();
        assertThat(reasonWhen(AgentStatus.AWAY, 2_401)).isEqualTo("Break, over 40 min");
        assertThat(AgentWords.isLongAway(floor.row(ADA), Facts.NOW)).isTrue();
    }

    @Test
    void whoIsAwaySaysWhatFor() {
        assertThat(awayFor(AwayReason.BREAK, 5)).isEqualTo("Break");
        assertThat(awayFor(AwayReason.TRAINING, 5)).isEqualTo("Training");
        assertThat(awayFor(AwayReason.TRAINING, 2_401)).isEqualTo("Training, over 40 min");
    }

    private String awayFor(AwayReason reason, long seconds) {
        floor.tell(new AgentMoment(
                Facts.id(ADA),
                AgentStatus.AWAY,
                Facts.NOW.minusSeconds(seconds),
                Ids.NIL,
                Ids.NIL,
                false,
                reason,
                Remark.NONE));
        return reason();
    }

    @Test
    void wrapUpIsNamedAndWhatWasOrderedForAfterTheCall() {
        floor.tell(new AgentMoment(Facts.id(ADA), AgentStatus.BUSY, Facts.NOW, Ids.NIL, Ids.NIL, true));
        assertThat(reason()).isEqualTo("Wrapping up");
        assertThat(words.state(floor.row(ADA))).isEqualTo("Wrap-up");
        floor.store(Facts.agent(ADA, "Ada Berg", Ids.NIL).withStatus(AgentStatus.AWAY, AwayReason.LUNCH));
        assertThat(reason()).isEqualTo("Then lunch · Wrapping up");
        floor.store(Facts.agent(ADA, "Ada Berg", Ids.NIL).withStatus(AgentStatus.OFFLINE, AwayReason.LUNCH));
        assertThat(reasonWhen(AgentStatus.BUSY, 3)).isEqualTo("Then signed out · Spring renewal");
    }

    @Test
    void whatTheExchangeSaysOfAnAgentIsTheReason() {
        assertThat(reasonWith(AgentStatus.BUSY, Remark.OTHER_CALL)).isEqualTo("On another call");
        assertThat(reasonWith(AgentStatus.OFFLINE, Remark.UNREACHABLE)).isEqualTo("Phone can\u2019t be reached");
        assertThat(reasonWith(AgentStatus.OFFLINE, Remark.NOT_ON_EXCHANGE)).isEqualTo("Not set up on the phone system");
        assertThat(reasonWith(AgentStatus.OFFLINE, Remark.NONE)).isEqualTo("Signed out");
    }

    private String reasonWith(AgentStatus status, Remark remark) {
        floor.tell(
                new AgentMoment(Facts.id(ADA), status, Facts.NOW, Ids.NIL, Ids.NIL, false, AwayReason.BREAK, remark));
        return reason();
    }
}
