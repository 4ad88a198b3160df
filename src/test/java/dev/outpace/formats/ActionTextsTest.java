package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.RandomFlow;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActionTextsTest {
    private final ActionJson texts = new ActionJson();

    static Stream<RandomFlow> flows() {
        return Stream.of(RandomFlow.tame(), RandomFlow.hostile());
    }

    @ParameterizedTest
    @MethodSource("flows")
    void anyFlowComesBackAndSoDoesItsText(RandomFlow flows) {
        for (long seed = 1; seed <= 300; seed++) {
            var flow = flows.next(new Random(seed));
            var text = texts.write(flow);
            var read = texts.read(text);
            assertThat(read.problems()).as("seed %d", seed).isEmpty();
            assertThat(read.actions()).as("seed %d", seed).isEqualTo(flow);
            assertThat(texts.write(read.actions())).as("seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void everyTypeWithEveryOptionComesBack() {
        for (long seed = 1; seed <= 20; seed++) {
            var flow = RandomFlow.tame().everything(new Random(seed));
            assertThat(flow).hasSize(ActionType.values().length);
            assertThat(texts.read(texts.write(flow)).actions())
                    .as("seed %d", seed)
                    .isEqualTo(flow);
        }
    }

    @Test
    void theTextIsTheOneThatStandsInACampaignFile() throws IOException {
        var campaign = new JacksonJson().read(Samples.text(Samples.PRESS_1));
        var actions = texts.read(Samples.text(Samples.PRESS_1)).actions();
        assertThat(actions).hasSize(10);
        assertThat(new JacksonJson().read(texts.write(actions))).isEqualTo(((Json.Obj) campaign).get("actions"));
        assertThat(texts.write(actions)).startsWith("[\n    {\n        \"id\": \"0f0d1f0a-");
    }

    @Test
    void oneActionAloneIsTakenToo() {
        assertThat(texts.read("{\"type\": \"answer\"}").actions())
                .containsExactly(new Action(Ids.NIL, Ids.NIL, "answer", null, Json.Obj.EMPTY));
        assertThat(texts.read("[]").actions()).isEmpty();
        assertThat(texts.read("[]").refused()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "[{\"type\": \"answer\"},\\n   oops]            | 2:4   | json.syntax",
                "[{\"type\": \"answer\"                         | 1:19  | json.cut",
                "[] []                                          | 1:4   | json.trailing",
                "[{\"type\": \"answer\", \"type\": \"talk\"}]   | 1:21  | json.duplicate_key",
                "[{\"type\": \"answer\"}, {\"type\": \"answer\", \"id\": \"7\"}] | [1].id | field.not_id",
                "[{\"type\": 7}]                                | [0].type | field.not_text",
                "{\"type\": \"answer\", \"option\": 1}          | option | field.not_object",
                "{\"actions\": [{\"type\": \"a\", \"next_id\": \"1-1-1-1-1\"}]} | actions[0].next_id | field.not_id",
                "[7]                                            | [0]   | field.not_object",
                "{\"actions\": 7}                               | actions | field.not_list",
            })
    void whatIsWrongIsToldWithItsPlace(String text, String place, String code) {
        var read = texts.read(text.replace("\\n", "\n"));
        assertThat(read.refused()).isTrue();
        assertThat(read.problems().getFirst().code()).isEqualTo(code);
        assertThat(read.problems().getFirst().place()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"'',json.empty", "'  ',json.empty", "7,json.no_actions", "null,json.no_actions", "\"x\",json.no_actions"
    })
    void whatIsNoFlowIsRefused(String text, String code) {
        assertThat(texts.read(text).problems()).extracting("code").containsExactly(code);
    }

    @Test
    void hostileTextsEndEarly() {
        assertThat(codes("[".repeat(100_000))).containsExactly("json.too_deep");
        assertThat(codes(" ".repeat(ActionJson.MAX_CHARACTERS + 1))).containsExactly("json.too_big");
        assertThat(codes("[" + "1,".repeat(1_000_001) + "1]")).containsExactly("json.too_many_values");
        assertThat(codes("[" + "1,".repeat(1_000) + "1]")).hasSize(51).last().isEqualTo("import.more_errors");
    }

    private List<String> codes(String text) {
        return texts.read(text).problems().stream()
                .map(problem -> problem.code())
                .toList();
    }
}
