package dev.outpace.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CallCounts;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.Ids;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.TargetCounts;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.FakeSource;
import dev.outpace.ui.live.HandCrankedFx;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a row says, without a toolkit. */
class CampaignReadingTest {
    private static final UUID QUEUE = Facts.id(10);

    private final Texts texts =
            new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
    private final HandCrankedFx fx = new HandCrankedFx();
    private final FakeSource source = new FakeSource().with(Facts.queue(10, "Renewals"), Facts.outdial(20, "Policies"));

    private CampaignFigures read(Campaign campaign, CampaignStatus status, @Nullable CampaignMoment moment) {
        source.with(campaign.withStatus(status));
        var pulse = fx.pulse();
        var live = new LiveWorkspace(source, pulse, fx.tasks(pulse), texts, Clock.fixed(Facts.NOW, ZoneOffset.UTC));
        if (moment != null) {
            source.tell(listener -> listener.campaignMoved(moment));
        }
        fx.pass(1_000);
        return new CampaignReading(texts, live).of(row(live, campaign), false, "");
    }

    private static CampaignRow row(LiveWorkspace live, Campaign campaign) {
        return Objects.requireNonNull(live.campaign(campaign.id()));
    }

    private static Campaign paced() {
        return Facts.campaign(1, "Spring", QUEUE, Facts.id(20), Facts.id(30));
    }

    private static CampaignMoment moment(
            Campaign campaign, CampaignStatus status, DecisionReason reason, int available, int dialing) {
        var snapshot = Facts.snapshot(campaign, available, dialing);
        return Facts.moment(campaign, status, Facts.hold(reason, snapshot), campaign.hasQueue() ? available : null, 6);
    }

    private CampaignFigures running(DecisionReason reason, int available, int dialing) {
        return read(paced(), CampaignStatus.RUN, moment(paced(), CampaignStatus.RUN, reason, available, dialing));
    }

    @Test
    void callsDialingAreToldOfThoseThatMay() {
        var pacing = running(DecisionReason.DIALING, 12, 8).pacing();
        assertThat(pacing.number() + " " + pacing.of() + " " + pacing.word()).isEqualTo("8 of 12 dialing");
        assertThat(pacing.fraction()).isEqualTo(8.0 / 12);
    }

    @Test
    void nobodyFreeIsAWarning() {
        var figures = running(DecisionReason.NO_AGENT_AVAILABLE, 0, 0);
        assertThat(figures.pacing().tone()).isEqualTo(Tone.WARNING);
        assertThat(figures.pacing().of()).as("of none is not told").isEmpty();
        assertThat(figures.staff().nobody()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(DecisionReason.class)
    void everyReasonHasAWord(DecisionReason reason) {
        assertThat(running(reason, 1, 1).pacing().word()).isNotBlank();
    }

    @Test
    void withoutAQueueThereIsNoLimitAndNoAgents() {
        var campaign = Facts.campaign(1, "Reminder", Ids.NIL, Facts.id(20), Facts.id(30));
        var figures = read(
                campaign,
                CampaignStatus.RUN,
                moment(campaign, CampaignStatus.RUN, DecisionReason.DIALING_WITHOUT_RULE, 0, 24));
        assertThat(figures.pacing().of()).isEmpty();
        assertThat(figures.pacing().limited()).isFalse();
        assertThat(figures.pacing().fraction()).isEqualTo(1);
        assertThat(figures.staff().applies()).isFalse();
        assertThat(figures.abandon()).isNaN();
    }

    @Test
    void aStoppedCampaignDialsNothingButHasAgents() {
        var figures =
                read(paced(), CampaignStatus.STOP, moment(paced(), CampaignStatus.STOP, DecisionReason.STOPPED, 7, 0));
        assertThat(figures.pacing().applies()).isFalse();
        assertThat(figures.speed().applies()).isFalse();
        assertThat(figures.staff().available()).isEqualTo(7);
        assertThat(figures.staff().nobody()).isFalse();
    }

    @Test
    void aStoppingOneWaitsForItsCalls() {
        var figures = read(
                paced(),
                CampaignStatus.STOPPING,
                moment(paced(), CampaignStatus.STOPPING, DecisionReason.STOP_ASKED, 4, 0));
        assertThat(figures.waiting()).isTrue();
        assertThat(figures.second()).isEqualTo("Waiting for 6 calls to end");
        assertThat(figures.pacing().word()).isEqualTo("ending");
    }

    @ParameterizedTest
    @CsvSource({"23, DEFAULT", "24, WARNING", "30, WARNING", "31, DANGER"})
    void theAbandonRateIsColouredFromFourFifthsOfTheLimit(int abandoned, Tone tone) {
        source.withCounts(Facts.id(1), new CallCounts(1_000, 0, abandoned, 1_000, 0, 0));
        assertThat(read(paced(), CampaignStatus.RUN, null).abandonTone()).isEqualTo(tone);
    }

    @Test
    void aListIsNotAllDoneBeforeItsLastTarget() {
        assertThat(new CampaignFigures.Progress(99_999, 1, 100_000).percent()).isEqualTo(99);
        assertThat(new CampaignFigures.Progress(100_000, 0, 100_000).percent()).isEqualTo(100);
        assertThat(new CampaignFigures.Progress(0, 0, 5).percent())
                .as("none can be called")
                .isEqualTo(100);
    }

    @Test
    void howLongTheListLastsFollowsFromTheCallsOfTheLastMinutes() {
        var campaign = paced();
        source.with(campaign.withStatus(CampaignStatus.RUN));
        var pulse = fx.pulse();
        var live = new LiveWorkspace(source, pulse, fx.tasks(pulse), texts, Clock.fixed(Facts.NOW, ZoneOffset.UTC));
        var told = moment(campaign, CampaignStatus.RUN, DecisionReason.DIALING, 12, 8);
        var half = new CampaignMoment(
                told.campaignId(),
                told.status(),
                null,
                told.startedAt(),
                told.snapshot(),
                12,
                48,
                0,
                0,
                0,
                6,
                new CallCounts(100, 100, 0, 100, 0, 0),
                new TargetCounts(100, 600, 0),
                told.decision());
        for (int second = 0; second < 180; second++) {
            source.tell(listener -> listener.campaignMoved(half));
            source.tell(listener -> listener.decided(launch(told)));
            fx.pass(1_000);
        }
        assertThat(row(live, campaign).rate().perMinute()).isEqualTo(60);
        assertThat(CampaignReading.listEndsIn(row(live, campaign)).orElseThrow())
                .as("600 targets at two calls each, 60 a minute")
                .hasMinutes(20);
    }

    private static PacingDecision launch(CampaignMoment moment) {
        return new PacingDecision(true, DecisionReason.DIALING, moment.snapshot(), Ids.NIL, Ids.NIL, 0, null, null);
    }
}
