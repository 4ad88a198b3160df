package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.FlowCheck;
import dev.outpace.flow.FlowContext;
import dev.outpace.flow.TestCall;
import dev.outpace.flow.TestCall.Caller;
import dev.outpace.flow.TestCall.End;
import dev.outpace.flow.TestCall.Result;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Stamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlowTemplatesTest {
    private static final Path FOLDER = Path.of("assets/flows");
    private static final UUID QUEUE = new UUID(7, 7);
    private static final String TUESDAY_AT_TEN = "2026-11-24T10:00:00Z";

    private final FlowTemplates templates = new FlowTemplates();

    static List<String> names() {
        return new FlowTemplates().names();
    }

    @Test
    void everyFileOfTheFolderIsOffered() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names().stream().map(name -> name + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTemplateStandsInItsFileAsItWouldBeWritten(String name) throws IOException {
        assertThat(new FlowText().write(templates.actions(name)))
                .isEqualTo(Files.readString(FOLDER.resolve(name + ".json")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTemplateHasATitleAndADescription(String name) {
        var texts = ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH);
        assertThat(texts.getString("template." + name + ".title")).isNotBlank();
        assertThat(texts.getString("template." + name + ".text")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingIsWrongWithATemplate(String name) {
        var context = new FlowContext(CampaignType.CALL, QUEUE, QUEUE::equals, _ -> false);
        assertThat(new FlowCheck(templates.actions(name), context).check()).isEmpty();
        assertThat(templates.actions(name).stream().map(Action::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.version() == 4);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "greeting-to-queue,     ''  , QUEUE",
                "press-1-to-agent,      1   , QUEUE",
                "press-1-to-agent,      ;1  , QUEUE",
                "press-1-to-agent,      9   , HANGUP",
                "press-1-to-agent,      4;4 , HANGUP",
                "voicemail-aware,       ''  , QUEUE",
                "appointment-confirm,   1   , HANGUP",
                "appointment-confirm,   ;;2 , QUEUE",
                "appointment-confirm,   ;;  , HANGUP",
                "payment-reminder,      2;1 , QUEUE",
                "payment-reminder,      2;  , HANGUP",
                "payment-reminder,      ;1  , QUEUE",
                "survey-three-questions,1;2;3, HANGUP",
            })
    void keysLeadWhereTheDescriptionSays(String name, String keys, End end) {
        assertThat(call(name, keys, TUESDAY_AT_TEN, false).end()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:59:59Z, HANGUP",
        "2026-11-24T09:00:00Z, QUEUE",
        "2026-11-24T16:59:59Z, QUEUE",
        "2026-11-24T17:00:00Z, HANGUP",
        "2026-11-22T10:00:00Z, HANGUP",
        "2026-11-27T10:00:00Z, QUEUE",
        "2026-11-28T10:00:00Z, HANGUP",
    })
    void openingHoursAreThoseOfWeekdays(String time, End end) {
        assertThat(call("after-hours", "", time, false).end()).isEqualTo(end);
    }

    @Test
    void aMachineIsNotSpokenTo() {
        var result = call("voicemail-aware", "", TUESDAY_AT_TEN, true);
        assertThat(result.end()).isEqualTo(End.HANGUP);
        assertThat(result.spoken()).isEmpty();
    }

    @Test
    void everyAnswerOfTheSurveyIsKept() {
        assertThat(call("survey-three-questions", "5;;2", TUESDAY_AT_TEN, false).variables())
                .containsEntry("survey.answer_1", "5")
                .containsEntry("survey.answer_2", "")
                .containsEntry("survey.answer_3", "2");
    }

    @Test
    void whatIsSpokenNamesThePersonAndTheirData() {
        assertThat(call("payment-reminder", "2;1", TUESDAY_AT_TEN, false).spoken())
                .containsExactly(
                        "For English, press 1.",
                        "Para español, oprima el 2.",
                        "Hola Ana. El pago de 40 vence el 1 May. Oprima el 1 para hablar con un colega.",
                        "Un momento, le comunicamos.");
        assertThat(call("press-1-to-agent", "9", TUESDAY_AT_TEN, false).spoken())
                .as("nothing is promised that nobody keeps")
                .containsExactly(
                        "Hello Ana. Press 1 to speak with a colleague now, or 9 to end the call.",
                        "Thank you, goodbye.");
    }

    /** @param keys entries with semicolons between */
    private Result call(String name, String keys, String time, boolean machine) {
        var caller = new Caller(
                true,
                machine,
                List.of(keys.split(";", -1)),
                Instant.parse(time),
                Map.of(),
                "Ana",
                "",
                "{\"amount\": 40, \"due\": \"1 May\"}",
                "+12125550123");
        return new TestCall(campaign(templates.actions(name)), new JacksonJson(), _ -> null).run(caller);
    }

    private static Campaign campaign(List<Action> actions) {
        return new Campaign(
                new UUID(7, 1),
                CampaignType.CALL,
                "Spring",
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                actions,
                Ids.NIL,
                Ids.NIL,
                QUEUE,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }
}
