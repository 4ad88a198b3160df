package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CampaignStatus;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the published platform answers and lists is taken as it is. */
class PublishedListsTest {
    private static final Path REST = Path.of("src/test/resources/dev/outpace/formats/rest");
    private static final String LIST = "40bea034-1d17-474d-a5de-da00d0861c69";

    @TempDir
    Path folder;

    private static SetUp rest(String name) {
        return Samples.files().read(List.of(REST.resolve(name + ".json")));
    }

    private SetUp read(String... texts) throws IOException {
        var files = new ArrayList<Path>();
        for (var text : texts) {
            files.add(Files.writeString(folder.resolve(files.size() + ".json"), text));
        }
        return Samples.files().read(files);
    }

    private static List<String> codes(SetUp setUp) {
        return setUp.problems().stream().map(Problem::code).toList();
    }

    private static List<String> names(TargetList list) {
        var names = new ArrayList<String>();
        list.targets().forEach(target -> names.add(target.name()));
        return names;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"post_body", "go_style_rfc3339", "sentinel", "null_arrays", "no_actions", "envelope_ws_event"})
    void aCampaignHoweverItIsWritten(String name) {
        var setUp = rest(name);
        assertThat(setUp.campaigns())
                .singleElement()
                .satisfies(campaign -> assertThat(campaign.name()).isEqualTo("test campaign"));
        assertThat(setUp.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status_run", "status_stopping"})
    void aRunningCampaignComesInStopped(String name) {
        var setUp = rest(name);
        assertThat(setUp.campaigns()).extracting(campaign -> campaign.status()).containsExactly(CampaignStatus.STOP);
        assertThat(codes(setUp)).containsExactly("import.stopped");
    }

    @Test
    void whatWasDeletedThereIsLeftOutAndSaidSo() {
        var setUp = rest("deleted");
        assertThat(setUp.campaigns()).isEmpty();
        assertThat(setUp.problems())
                .anySatisfy(problem -> assertThat(problem.code()).isEqualTo("import.deleted_there"))
                .anySatisfy(problem -> assertThat(problem.code()).isEqualTo("import.nothing_left"));
    }

    @Test
    void deletedOnesOfAListDoNotHoldUpTheOthers() throws IOException {
        var setUp = read("""
            {"result": [{"name": "kept", "type": "call", "tm_delete": "9999-01-01 00:00:00.000000"},
            {"name": "gone", "type": "call", "tm_delete": "2026-01-15T09:30:00Z"}], "next_page_token": "x"}
            """);
        assertThat(setUp.campaigns()).extracting(campaign -> campaign.name()).containsExactly("kept");
        assertThat(setUp.refused()).isFalse();
        assertThat(setUp.problems())
                .containsExactly(Problem.warning(
                        "import.deleted_there", folder.resolve("0.json") + " result[1].tm_delete", "gone"));
    }

    @Test
    void pagesOfCampaigns() {
        assertThat(rest("envelope_two_pages").campaigns())
                .extracting(campaign -> campaign.name())
                .containsExactly("test campaign", "second");
    }

    @Test
    void aSetUpPutTogetherFromAnswers() {
        var setUp = rest("setup_from_parts");
        assertThat(setUp.problems()).isEmpty();
        assertThat(setUp.outplans()).hasSize(1);
        assertThat(setUp.queues()).hasSize(1);
        assertThat(setUp.campaigns()).hasSize(1);
        assertThat(names(setUp.outdials().getFirst())).containsExactly("test destination 0");
    }

    @Test
    void aSetUpWhosePartsArePages() {
        var setUp = rest("setup_lists_as_envelopes");
        assertThat(setUp.problems()).isEmpty();
        assertThat(setUp.outplans()).hasSize(1);
        assertThat(setUp.campaigns()).hasSize(1);
    }

    @Test
    void aListWhoseTargetsAreAPage() {
        var setUp = rest("setup_targets_envelope");
        assertThat(setUp.problems()).isEmpty();
        assertThat(setUp.outdials().getFirst().size()).isEqualTo(1);
        assertThat(names(setUp.outdials().getFirst())).containsExactly("test destination 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]", "{\"result\": [%s], \"next_page_token\": \"\"}", "[{\"result\": [%s]}]"})
    void eachKindOfResourceAloneOrListed(String form) throws IOException {
        var setUp = read(
                form.formatted(
                        "{\"id\": \"%s\", \"name\": \"plan\", \"dial_timeout\": 30000}".formatted(UUID.randomUUID())),
                form.formatted(
                        "{\"id\": \"%s\", \"name\": \"list\", \"campaign_id\": \"\", \"data\": \"\"}".formatted(LIST)),
                form.formatted(
                        "{\"outdial_id\": \"%s\", \"name\": \"target\", \"destination_0\": null}".formatted(LIST)),
                form.formatted("{\"name\": \"queue\", \"routing_method\": \"random\"}"),
                form.formatted("{\"name\": \"agent\", \"username\": \"a@example.com\"}"),
                form.formatted("{\"id\": \"%s\", \"outdial_target_id\": \"%s\", \"status\": \"done\"}"
                        .formatted(UUID.randomUUID(), UUID.randomUUID())));
        assertThat(codes(setUp)).containsExactly("import.call");
        assertThat(setUp.outplans()).extracting(plan -> plan.name()).containsExactly("plan");
        assertThat(setUp.queues()).extracting(queue -> queue.name()).containsExactly("queue");
        assertThat(setUp.agents()).extracting(agent -> agent.name()).containsExactly("agent");
        assertThat(setUp.outdials()).hasSize(1);
        assertThat(setUp.outdials().getFirst().size()).isEqualTo(1);
        assertThat(names(setUp.outdials().getFirst())).containsExactly("target");
    }

    @Test
    void targetsWithoutTheirListAreRefused() throws IOException {
        var setUp = read("{\"result\": [{\"outdial_id\": \"%s\", \"destination_0\": null}]}".formatted(LIST));
        assertThat(setUp.problems())
                .containsExactly(Problem.error("import.no_list", folder.resolve("0.json") + " result[0]", LIST, 1L));
    }

    @Test
    void targetsThatWereDeletedThereAreLeftOut() throws IOException {
        var setUp = read("""
            {"outdials": [{"name": "list", "targets": {"result": [{"name": "kept"},
            {"name": "gone", "tm_delete": "2026-01-15 09:30:00.000000"}]}}]}
            """);
        assertThat(names(setUp.outdials().getFirst())).containsExactly("kept");
        assertThat(setUp.problems())
                .containsExactly(Problem.warning(
                        "import.targets_deleted", folder.resolve("0.json").toString(), 1L));
    }

    /** More than is kept in memory: they come back in their order, as often as they are asked for. */
    @Test
    void manyTargetsPassThroughAgainAndAgain() throws IOException {
        int many = 40_000;
        var targets = IntStream.range(0, many)
                .mapToObj("{\"name\": \"Zoë %d\", \"detail\": \"a detail that takes some room\"}"::formatted)
                .collect(Collectors.joining(","));
        var list = read("{\"outdials\": [{\"id\": \"%s\", \"targets\": [%s]}]}".formatted(LIST, targets))
                .outdials()
                .getFirst();
        assertThat(list.size()).isEqualTo(many);
        for (int time = 0; time < 2; time++) {
            int number = 0;
            for (OutdialTarget target : list.targets()) {
                assertThat(target.name()).isEqualTo("Zoë " + number++);
                assertThat(target.outdialId()).isEqualTo(UUID.fromString(LIST));
            }
            assertThat(number).isEqualTo(many);
        }
    }
}
