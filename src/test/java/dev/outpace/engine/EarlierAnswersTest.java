package dev.outpace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EarlierAnswers.Known;
import dev.outpace.engine.EngineState.CampaignRecord;
import dev.outpace.engine.EngineState.HourCount;
import dev.outpace.model.CallCounts;
import dev.outpace.model.Campaign;
import dev.outpace.model.LineLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EarlierAnswersTest {
    /** Ten o'clock of some day. */
    private static final long NOW = 20_000 * 24 + 10;

    private static final Campaign CAMPAIGN = EngineRig.campaign(1, 20, 30, 40, 100);
    private static final Campaign SAME_LIST = EngineRig.campaign(2, 20, 30, 40, 100);
    private static final Campaign OTHER_LIST = EngineRig.campaign(3, 20, 31, 40, 100);

    private final Map<UUID, List<HourCount>> hours = new HashMap<>();

    private void hour(Campaign campaign, long hour, long placed, long answered, long machines) {
        hours.computeIfAbsent(campaign.id(), _ -> new ArrayList<>())
                .add(new HourCount(hour, placed, answered, 0, 0, machines));
    }

    private Known known() {
        var records = new HashMap<UUID, CampaignRecord>();
        hours.forEach((id, counts) -> records.put(id, new CampaignRecord(null, null, CallCounts.NONE, false, counts)));
        var state = new EngineState(
                List.of(CAMPAIGN, SAME_LIST, OTHER_LIST),
                records,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                LineLimits.DEFAULT,
                1,
                true);
        return new EarlierAnswers(state, NOW).of(CAMPAIGN);
    }

    @Test
    void nothingIsKnownOfAListThatWasNeverCalled() {
        hour(OTHER_LIST, NOW - 1, 1_000, 300, 0);

        assertThat(known()).isEqualTo(new Known(0, 0));
    }

    @Test
    void peopleAndMachinesOfItsOwnLatestCallsAnswer() {
        hour(CAMPAIGN, NOW - 24, 1_000, 250, 50);
        hour(SAME_LIST, NOW - 24, 1_000, 600, 0);

        assertThat(known()).isEqualTo(new Known(300, 1_000));
    }

    @Test
    void aNewCampaignKnowsItsListByTheCallsOfOthers() {
        hour(CAMPAIGN, NOW - 24, 100, 30, 0);
        hour(SAME_LIST, NOW - 24, 1_000, 600, 0);

        assertThat(known()).isEqualTo(new Known(630, 1_100));
    }

    @Test
    void aWeekendAgoIsRecentAndWeeksAgoIsNot() {
        hour(CAMPAIGN, NOW - 72, 500, 100, 0);
        hour(CAMPAIGN, NOW - 14 * 24, 5_000, 4_000, 0);

        assertThat(known().placed()).isEqualTo(500);
        assertThat(known().answered()).isEqualTo(100);
    }

    @Test
    void ofManyCallsTheLatestCount() {
        hour(CAMPAIGN, NOW - 48, 9_000, 9_000, 0);
        hour(CAMPAIGN, NOW - 24, 2_000, 400, 0);

        assertThat(known()).isEqualTo(new Known(400, 2_000));
    }

    /** In the evening twice as many answer as in the morning; the latest calls were those of last evening. */
    @Test
    void answersOfAnotherHourAreTakenAsTheyWouldBeAtThisOne() {
        for (int day = 1; day < 20; day++) {
            hour(CAMPAIGN, NOW - 24L * day, 2_000, 400, 0);
            hour(CAMPAIGN, NOW - 24L * day + 8, 2_000, 800, 0);
        }

        assertThat(known().placed()).isEqualTo(2_000);
        assertThat(known().answered()).isBetween(400L, 410L);
    }
}
