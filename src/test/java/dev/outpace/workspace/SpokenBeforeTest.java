package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.speech.Speech;
import dev.outpace.speech.SpeechException;
import dev.outpace.speech.Utterance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SpokenBeforeTest {
    private static final UUID NESTED = new UUID(0, 2);

    private final List<Utterance> spoken = new ArrayList<>();
    private boolean installed = true;
    private final SpokenBefore before = new SpokenBefore(new Speech() {
        @Override
        public boolean hasVoice() {
            return installed;
        }

        @Override
        public CompletableFuture<String> address(Utterance utterance) {
            spoken.add(utterance);
            return utterance.language().equals("xx")
                    ? CompletableFuture.failedFuture(new SpeechException("no such language"))
                    : CompletableFuture.completedFuture("http://127.0.0.1/x.wav");
        }

        @Override
        public void close() {}
    });

    private static Action action(String type, Map<String, String> options) {
        var fields = new LinkedHashMap<String, Json>();
        options.forEach((name, value) -> fields.put(name, new Json.Text(value)));
        return new Action(Ids.NIL, Ids.NIL, type, new Json.Obj(fields), Json.Obj.EMPTY);
    }

    private static Campaign campaign(UUID id, String message, Action... actions) {
        return new Campaign(
                id,
                CampaignType.CALL,
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
                CampaignOptions.DEFAULT.withCompliance(new Compliance(message, 2_000, 0, false, 0, Json.Obj.EMPTY)),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private List<Problem> prepare(Campaign... campaigns) {
        var book = new ResourceBook();
        for (var campaign : campaigns) {
            book.put(campaign);
        }
        return before.prepare(campaigns[0], book).join();
    }

    @Test
    void theTextsThatAreTheSameForAllAreSpokenAlsoThoseOfFetchedFlowsAndTheMessage() {
        var problems = prepare(
                campaign(
                        new UUID(0, 1),
                        "Sorry, nobody is free.",
                        action("talk", Map.of("text", "Good morning", "language", "en-US")),
                        action("talk", Map.of("text", "Hello ${target.name}")),
                        action("beep", Map.of()),
                        action("fetch_flow", Map.of("flow_id", NESTED.toString()))),
                campaign(
                        NESTED,
                        "",
                        action("talk", Map.of("text", "Goodbye")),
                        action("fetch_flow", Map.of("flow_id", NESTED.toString()))));
        assertThat(problems).isEmpty();
        assertThat(spoken)
                .containsExactly(
                        Utterance.of("Good morning", "en-US"),
                        Utterance.of("Goodbye", ""),
                        Utterance.of("Sorry, nobody is free.", ""));
    }

    @Test
    void aTextThatCanNotBeSpokenIsNamed() {
        var problems = prepare(campaign(
                new UUID(0, 1),
                "",
                action("answer", Map.of()),
                action("talk", Map.of("text", "Good morning", "language", "xx"))));
        assertThat(problems).containsExactly(Problem.error("start.text_not_spoken", "Spring", 2, "talk"));
    }

    @Test
    void withoutAVoiceTheCheckOfTheStartSaysSo() {
        installed = false;
        assertThat(prepare(campaign(new UUID(0, 1), "", action("talk", Map.of("text", "Good morning")))))
                .isEmpty();
        assertThat(spoken).isEmpty();
    }
}
