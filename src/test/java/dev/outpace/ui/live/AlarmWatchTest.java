package dev.outpace.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CallCounts;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.PacingChoice;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmWatchTest {
    private final CampaignRow row =
            new CampaignRow(Facts.campaign(1, "Spring", Facts.id(10), Facts.id(20), Facts.id(30))
                    .withStatus(CampaignStatus.RUN));
    private final AlarmWatch watch = new AlarmWatch(new Texts());
    private int takingCalls = 1;

    private List<String> told(Instant now) {
        var words = new ProblemWords();
        return watch.look(List.of(row), 0.03, _ -> takingCalls, now).stream()
                .map(alarm -> words.sentence(alarm.problem()).replace('\u00a0', ' '))
                .toList();
    }

    private void abandoned(long abandoned, long answered) {
        row.showWindow(new CallCounts(answered - abandoned, abandoned, abandoned, answered, 0, 0));
    }

    @Test
    void tooManyAbandonedCallsAreToldOnceAndAgainAfterTheyWereWithinTheLimit() {
        abandoned(5, 19);
        assertThat(told(Facts.NOW)).isEmpty();
        abandoned(5, 20);
        assertThat(told(Facts.NOW))
                .containsExactly("Spring abandons 25.0 % of its answered calls; the limit is 3.0 %.");
        assertThat(told(Facts.NOW)).isEmpty();
        abandoned(5, 200);
        assertThat(told(Facts.NOW)).isEmpty();
        abandoned(7, 200);
        assertThat(told(Facts.NOW)).hasSize(1);
    }

    /** 6 % of 50 machines are three people. */
    @Test
    void peopleAmongMachinesCountAsAbandoned() {
        row.showWindow(new CallCounts(194, 54, 4, 198, 0, 50));
        assertThat(told(Facts.NOW)).as("4 of 198").isEmpty();

        row.show(row.campaign()
                .withOptions(row.campaign()
                        .options()
                        .withPacing(PacingChoice.adaptive(0.03).withMachineErrors(0.06))));

        assertThat(row.window()).isEqualTo(new CallCounts(194, 54, 7, 201, 0, 50));
        assertThat(told(Facts.NOW)).containsExactly("Spring abandons 3.5 % of its answered calls; the limit is 3.0 %.");
    }

    @Test
    void aRunningCampaignWithNobodyWhoTakesCallsIsToldOnceAndAgainAfterSomebodyWas() {
        takingCalls = 0;
        assertThat(told(Facts.NOW)).isEmpty();
        assertThat(told(Facts.NOW.plusSeconds(119))).isEmpty();
        assertThat(told(Facts.NOW.plusSeconds(120)))
                .containsExactly("Spring is running, but nobody in its queue has taken calls for 2 min.");
        assertThat(told(Facts.NOW.plusSeconds(200))).isEmpty();
        takingCalls = 1;
        assertThat(told(Facts.NOW.plusSeconds(201))).isEmpty();
        takingCalls = 0;
        assertThat(told(Facts.NOW.plusSeconds(202))).isEmpty();
        assertThat(told(Facts.NOW.plusSeconds(322))).hasSize(1);
    }
}
