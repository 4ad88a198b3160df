package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.outpace.model.Agent;
import dev.outpace.model.Phone;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a real exchange rings agents, in set-ups. */
class AgentPhonesTest {
    private final CampaignFiles files = new CampaignFiles(UUID::randomUUID);

    @TempDir
    Path folder;

    @Test
    void aPhoneStandsBesideThePublishedFieldsOrInTheOwnObject() throws IOException {
        var setUp = read("""
            {"username": "ann", "phone": "PJSIP/agent101"},
            {"username": "bob", "outpace": {"phone": "Local/102@from-queue/n"}},
            {"username": "cid", "phone": " SIP/103 ", "outpace": {"phone": "SIP/103"}},
            {"username": "dan"}, {"username": "eve", "phone": ""}, {"username": "fay", "phone": null}\
            """);

        assertThat(setUp.problems()).isEmpty();
        assertThat(setUp.agents())
                .extracting(Agent::phone)
                .containsExactly(
                        new Phone("PJSIP", "agent101"),
                        new Phone("Local", "102@from-queue/n"),
                        new Phone("SIP", "103"),
                        null,
                        null,
                        null);
        assertThat(setUp.agents())
                .allSatisfy(agent -> assertThat(agent.unknown().isEmpty()).isTrue());
    }

    @Test
    void itIsWrittenIntoTheOwnObjectBesideWhatElseStoodThere() throws IOException {
        var setUp = read("""
            {"username": "ann", "phone": "PJSIP/agent101", "outpace": {"later": 7}},
            {"username": "bob", "outpace": {"later": 8}}\
            """);

        var written = setUp.agents().stream()
                .map(agent -> new JacksonJson().write(AgentShape.write(agent)))
                .toList();
        assertThat(written.getFirst()).contains("\"outpace\":{\"phone\":\"PJSIP/agent101\",\"later\":7}");
        assertThat(written.getFirst()).containsOnlyOnce("agent101");
        assertThat(written.getLast()).contains("\"outpace\":{\"later\":8}");
        assertThat(read(written.getFirst()).agents().getFirst().phone()).isEqualTo(new Phone("PJSIP", "agent101"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "101",
                "/101",
                "PJSIP/",
                "PJSIP/a&PJSIP/b",
                "PJSIP/a,30,g",
                "PJSIP/a b",
                "PJ SIP/a",
                "PJSIP/${SHELL(x)}",
                "PJSIP/a\\r\\nAction: Originate",
                "PJSIP/a\\u0000",
                "PJSIP/a^b",
                "PJSIP/a;b",
                "PJSIP/a|b"
            })
    void whatMayNotStandInADialStringIsRefusedAtItsPlace(String text) throws IOException {
        var file = folder.resolve("f.json") + " agents[0].";

        assertThat(read("{\"username\": \"ann\", \"phone\": \"" + text + "\"}").problems())
                .extracting(Problem::code, Problem::place)
                .containsExactly(tuple("agent.phone", file + "phone"));
        assertThat(read("{\"username\": \"ann\", \"outpace\": {\"phone\": \"" + text + "\"}}")
                        .problems())
                .extracting(Problem::code, Problem::place)
                .containsExactly(tuple("agent.phone", file + "outpace.phone"));
    }

    @Test
    void twoPhonesOfOneAgentAreRefused() throws IOException {
        var setUp = read("{\"username\": \"ann\", \"phone\": \"SIP/1\", \"outpace\": {\"phone\": \"SIP/2\"}}");

        assertThat(setUp.problems())
                .containsExactly(Problem.error(
                        "agent.two_phones", folder.resolve("f.json") + " agents[0].phone", "SIP/1", "SIP/2"));
    }

    private SetUp read(String agents) throws IOException {
        return files.read(List.of(Files.writeString(folder.resolve("f.json"), "{\"agents\": [" + agents + "]}")));
    }
}
