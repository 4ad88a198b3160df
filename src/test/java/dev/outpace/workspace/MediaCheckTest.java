package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.asterisk.MediaRules;
import dev.outpace.telephony.asterisk.Trunk;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MediaCheckTest {
    private static final UUID NESTED = new UUID(0, 2);

    private final MediaCheck check =
            new MediaCheck(new MediaRules(Trunk.read("PJSIP/carrier", false).orElseThrow()));

    private static Action action(String type, String option, Json value) {
        return new Action(Ids.NIL, Ids.NIL, type, Json.Obj.EMPTY.with(option, value), Json.Obj.EMPTY);
    }

    private static Json.Array texts(String... texts) {
        return new Json.Array(Arrays.stream(texts).<Json>map(Json.Text::new).toList());
    }

    private static Json.Array addresses(String... targets) {
        return new Json.Array(Arrays.stream(targets)
                .<Json>map(target -> Json.Obj.EMPTY.with("target", new Json.Text(target)))
                .toList());
    }

    private static Campaign campaign(UUID id, CampaignType type, Action... actions) {
        return new Campaign(
                id,
                type,
                "Spring",
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                List.of(actions),
                Ids.NIL,
                Ids.NIL,
                Ids.NIL,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private List<Problem> problems(Campaign... campaigns) {
        var book = new ResourceBook();
        for (var campaign : campaigns) {
            book.put(campaign);
        }
        return check.check(campaigns[0], book);
    }

    private List<Problem> problems(Action... actions) {
        return problems(campaign(new UUID(0, 1), CampaignType.CALL, actions));
    }

    @Test
    void eachActionWithAConstantThatTheExchangeCanNotTakeIsNamed() {
        assertThat(problems(
                        action("play", "stream_urls", texts("http://example.org/a&b.wav")),
                        action("digits_send", "digits", new Json.Text("1,2")),
                        action("recording_start", "format", new Json.Text("mp3")),
                        action("connect", "destinations", addresses("+12125550177", "Anna")),
                        action("connect", "destinations", addresses("+12125550177")),
                        action("conference_join", "conference_id", new Json.Text("sales"))))
                .containsExactly(
                        Problem.error("start.sound_not_played", "Spring", 1, "play", "http://example.org/a&b.wav"),
                        Problem.error("start.keys_not_sent", "Spring", 2, "digits_send", "1,2"),
                        Problem.error(
                                "start.format_not_recorded",
                                "Spring",
                                3,
                                "recording_start",
                                "mp3",
                                "wav, wav16, wav49, gsm, ulaw, alaw, g722, sln, sln16, ogg"),
                        Problem.error("start.number_not_dialed", "Spring", 4, "connect", "Anna"),
                        Problem.error("start.conference_without_id", "Spring", 6, "conference_join"));
    }

    @Test
    void variablesAreFilledInACallAndSoAreConferencesByThem() {
        assertThat(problems(
                        action("play", "stream_urls", texts("http://example.org/${target.name}.wav")),
                        action("connect", "destinations", addresses("${target.data.phone}")),
                        action("conference_join", "conference_id", new Json.Text("${target.data.room}"))))
                .isEmpty();
    }

    @Test
    void fetchedFlowsAreLookedIntoAndFlowsWithoutCallsAreNot() {
        var bad = action("recording_start", "format", new Json.Text("mp3"));
        var fetch = action("fetch_flow", "flow_id", new Json.Text(NESTED.toString()));
        var nested = campaign(NESTED, CampaignType.CALL, fetch, bad);
        assertThat(problems(campaign(new UUID(0, 1), CampaignType.CALL, fetch), nested))
                .hasSize(1);
        assertThat(problems(campaign(new UUID(0, 1), CampaignType.FLOW, bad))).isEmpty();
    }
}
