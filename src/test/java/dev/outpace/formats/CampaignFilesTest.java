package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.AbandonWindow;
import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CallRecording;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndCause;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.PacingMode;
import dev.outpace.model.Problem;
import dev.outpace.model.Severity;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.TargetStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CampaignFilesTest {
    private final CampaignFiles files = Samples.files();

    @TempDir
    Path folder;

    @Test
    void thePublishedExampleIsWrittenBackEqualFieldForField() throws IOException {
        var campaign = campaign(Samples.text(Samples.SEED));

        assertSameJson(exported(campaign), Samples.text(Samples.SEED));
        assertThat(exported(campaign)).isEqualTo(Samples.text(Samples.SEED).stripTrailing() + "\n");
    }

    @Test
    void timesOfRfc3339AreWrittenInThePublishedForm() throws IOException {
        var published = Samples.text(Samples.PRESS_1);
        var normal = published.replace("2026-05-04T08:00:00.5Z", "2026-05-04 08:00:00.500000");

        assertThat(normal).isNotEqualTo(published);
        assertSameJson(exported(campaign(published)), normal);
    }

    @Test
    void everyFieldOfThePublishedExampleIsUnderstood() throws IOException {
        var campaign = campaign(Samples.text(Samples.SEED));

        var talk = new Json.Obj(Map.of(
                "text",
                new Json.Text("Hello. This is outbound campaign's test calling."
                        + " Please wait until the agent answer the call. Thank you."),
                "gender",
                new Json.Text("female"),
                "language",
                new Json.Text("en-US")));
        assertThat(campaign)
                .isEqualTo(new Campaign(
                        UUID.fromString("183c0d5c-691e-42f3-af2b-9bffc2740f83"),
                        CampaignType.CALL,
                        "test campaign",
                        "test campaign detail",
                        CampaignStatus.STOP,
                        100,
                        EndHandle.STOP,
                        List.of(new Action(Ids.NIL, Ids.NIL, "talk", talk, Json.Obj.EMPTY)),
                        UUID.fromString("d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e"),
                        UUID.fromString("40bea034-1d17-474d-a5de-da00d0861c69"),
                        UUID.fromString("99bf739a-932f-433c-b1bf-103d33d7e9bb"),
                        Ids.NIL,
                        CampaignOptions.DEFAULT,
                        new Stamps(
                                Instant.parse("2022-04-28T02:16:39.712142Z"),
                                Instant.parse("2022-04-30T17:53:51.685259Z"),
                                Stamps.NEVER),
                        Json.Obj.EMPTY));
    }

    @Test
    void unknownFieldsAndActionTypesAreKept() throws IOException {
        var text = """
            {"id": "183c0d5c-691e-42f3-af2b-9bffc2740f83", "type": "flow", "name": "n", "detail": "",
             "status": "stop", "service_level": 0, "end_handle": "continue",
             "actions": [{"id": "00000000-0000-0000-0000-000000000000",
               "next_id": "00000000-0000-0000-0000-000000000000", "type": "levitate",
               "option": {"height": 1.50, "deep": [{"a": null}, [], {}]}, "tm_execute": null, "note": "x"}],
             "outplan_id": "00000000-0000-0000-0000-000000000000",
             "outdial_id": "00000000-0000-0000-0000-000000000000",
             "queue_id": "00000000-0000-0000-0000-000000000000",
             "next_campaign_id": "00000000-0000-0000-0000-000000000000",
             "tm_create": null, "tm_update": null, "tm_delete": null,
             "outpace": {"flows_at_once": 20, "later": true},
             "customer_id": "5e4a0680-804e-11ec-8477-2fea5968d85b", "tags": ["a", {"b": 1e3}]}\
            """;

        assertSameJson(exported(campaign(text)), text);
        assertThat(campaign(text).options().flowsAtOnce()).isEqualTo(20);
    }

    @Test
    void pacingAndComplianceAreReadAndWrittenWithTheirUnknownFields() throws IOException {
        var outpace = """
            "outpace": {"pacing": {"policy": "adaptive", "abandon_target": 0.025, "window": "24h",
             "denominator": "queued", "hold_at_target": true, "machine_errors": 0.045, "later": 1}, "compliance": {"abandon_message": "Sorry.",
             "abandon_after": 1500, "abandon_from": "greeting", "abandon_counts_waits": true, "redial_hours": 72, "redial_with_agent": true, "minimum_ring": 15000,
             "later": [2]}, "later": {"z": 3}}\
            """;
        var text = "{\"type\": \"call\", \"name\": \"n\", " + outpace + "}";

        var campaign = campaign(text);

        var pacing = campaign.options().pacing();
        assertThat(pacing.mode()).isEqualTo(PacingMode.ADAPTIVE);
        assertThat(pacing.abandonTarget()).isEqualTo(0.025);
        assertThat(pacing.window()).isEqualTo(AbandonWindow.HOURS_24);
        assertThat(pacing.denominator()).isEqualTo(AbandonDenominator.QUEUED);
        assertThat(pacing.holdAtTarget()).isTrue();
        assertThat(pacing.machineErrors()).isEqualTo(0.045);
        var rules = campaign.options().compliance();
        assertThat(rules.abandonMessage()).isEqualTo("Sorry.");
        assertThat(rules.abandonAfter()).isEqualTo(1_500);
        assertThat(rules.abandonFrom()).isEqualTo(AbandonFrom.GREETING);
        assertThat(rules.countsWaits()).isTrue();
        assertThat(rules.redialHours()).isEqualTo(72);
        assertThat(rules.redialWithAgent()).isTrue();
        assertThat(rules.minimumRing()).isEqualTo(15_000);
        assertThat(campaign(exported(campaign)).options()).isEqualTo(campaign.options());
        assertThat(exported(campaign).replaceAll("\\s", "")).contains(outpace.replaceAll("\\s", ""));
    }

    @Test
    void aFileFromBeforeWaitsCountedIsReadAsItWasAndWrittenTheSame() throws IOException {
        var rules = "\"compliance\": {\"abandon_message\": \"Sorry.\", \"abandon_after\": 1500, \"redial_hours\": 0,"
                + " \"redial_with_agent\": false, \"minimum_ring\": 0}";
        var text = "{\"type\": \"call\", \"name\": \"n\", \"outpace\": {" + rules + "}}";

        assertThat(campaign(text).options().compliance())
                .isEqualTo(new Compliance("Sorry.", 1_500, 0, false, 0, Json.Obj.EMPTY));
        assertThat(exported(campaign(text)).replaceAll("\\s", "")).contains(rules.replaceAll("\\s", ""));
    }

    @Test
    void aMessageOfAThousandCharactersIsTheLongest() throws IOException {
        var text =
                "{\"type\": \"call\", \"name\": \"n\", \"outpace\": {\"compliance\": {\"abandon_message\": \"%s\"}}}";

        assertThat(campaign(text.formatted("x".repeat(1_000)))
                        .options()
                        .compliance()
                        .abandonMessage())
                .hasSize(1_000);
        assertThat(read(text.formatted("x".repeat(1_001))).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("field.too_long");
                    assertThat(problem.place()).isEqualTo(file() + " outpace.compliance.abandon_message");
                });
    }

    @Test
    void theRecordingOfCallsIsReadAndWritten() throws IOException {
        var outpace = "\"outpace\": {\"record_calls\": true, \"keep_recordings_days\": 7}";
        var campaign = campaign("{\"type\": \"call\", \"name\": \"n\", " + outpace + "}");
        assertThat(campaign.options().recording()).isEqualTo(new CallRecording(true, 7));
        assertThat(exported(campaign).replaceAll("\\s", "")).contains(outpace.replaceAll("\\s", ""));
        assertThat(read("{\"type\": \"call\", \"name\": \"n\", \"outpace\": {\"keep_recordings_days\": 3661}}")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("field.range");
    }

    @Test
    void whatOutpaceAddsIsLeftOutWhenDefault() throws IOException {
        var text = "{\"type\": \"call\", \"name\": \"n\", \"outpace\": {\"flows_at_once\": 10, \"pacing\": {\"window\":"
                + " \"30d\"}, \"compliance\": {}}}";

        assertThat(exported(campaign(text))).doesNotContain("outpace");
    }

    @Test
    void absentFieldsHaveDefaultsAndAnAbsentIdIsAssigned() throws IOException {
        var campaign = campaign("{\"type\": \"call\", \"name\": \"n\"}");

        assertThat(campaign.id()).isEqualTo(new UUID(0xA5516ED0L, 1));
        assertThat(campaign.serviceLevel()).isEqualTo(100);
        assertThat(campaign.endHandle()).isEqualTo(EndHandle.STOP);
        assertThat(campaign.hasQueue()).isFalse();
        assertThat(campaign.stamps()).isEqualTo(Stamps.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "stopping"})
    void aRunningCampaignIsImportedAsStoppedWithAWarning(String status) throws IOException {
        var setUp = read(seedWith("\"status\": \"stop\"", "\"status\": \"" + status + "\""));

        assertThat(setUp.refused()).isFalse();
        assertThat(setUp.campaigns().getFirst().status()).isEqualTo(CampaignStatus.STOP);
        assertThat(setUp.problems()).containsExactly(Problem.warning("import.stopped", file() + " status", status));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "service_level": 100     | "service_level": -1            | service_level | field.range
        "service_level": 100     | "service_level": 10001         | service_level | field.range
        "service_level": 100     | "service_level": 1e400         | service_level | field.range
        "service_level": 100     | "service_level": 60.5          | service_level | field.not_whole
        "service_level": 100     | "service_level": "100"         | service_level | field.not_number
        "service_level": 100     | "service_level": [100]         | service_level | field.not_number
        "type": "call"           | "type": "fax"                  | type          | field.not_a_word
        "type": "call"           | "type": 7                      | type          | field.not_a_word
        "type": "call"           | "typo": "call"                 | type          | field.missing
        "name": "test campaign"  | "nome": "test campaign"        | name          | field.missing
        "name": "test campaign"  | "name": {"a": 1}               | name          | field.not_text
        "status": "stop"         | "status": "walk"               | status        | field.not_a_word
        "end_handle": "stop"     | "end_handle": "explode"        | end_handle    | field.not_a_word
        "end_handle": "stop"     | "end_handle": true             | end_handle    | field.not_a_word
        "type": "talk"           | "type": 5                      | actions[0].type | field.not_text
        "type": "talk"           | "typo": 5                      | actions[0].type | field.missing
        "end_handle": "stop" | "outpace": {"pacing": {"policy": "fast"}} | outpace.pacing.policy | field.not_a_word
        "end_handle": "stop" | "outpace": {"pacing": {"policy": 1}} | outpace.pacing.policy | field.not_a_word
        "end_handle": "stop" | "outpace": {"pacing": {"abandon_target": 0.0009}} | outpace.pacing.abandon_target | field.outside
        "end_handle": "stop" | "outpace": {"pacing": {"abandon_target": 0.51}} | outpace.pacing.abandon_target | field.outside
        "end_handle": "stop" | "outpace": {"pacing": {"abandon_target": "3 %"}} | outpace.pacing.abandon_target | field.not_number
        "end_handle": "stop" | "outpace": {"pacing": {"machine_errors": -0.01}} | outpace.pacing.machine_errors | field.outside
        "end_handle": "stop" | "outpace": {"pacing": {"machine_errors": 0.51}} | outpace.pacing.machine_errors | field.outside
        "end_handle": "stop" | "outpace": {"pacing": {"window": "1d"}} | outpace.pacing.window | field.not_a_word
        "end_handle": "stop" | "outpace": {"pacing": {"denominator": "dialed"}} | outpace.pacing.denominator | field.not_a_word
        "end_handle": "stop" | "outpace": {"pacing": 3} | outpace.pacing | field.not_object
        "end_handle": "stop" | "outpace": {"compliance": {"abandon_message": 5}} | outpace.compliance.abandon_message | field.not_text
        "end_handle": "stop" | "outpace": {"compliance": {"abandon_from": "dial"}} | outpace.compliance.abandon_from | field.not_a_word
        "end_handle": "stop" | "outpace": {"compliance": {"abandon_counts_waits": 1}} | outpace.compliance.abandon_counts_waits | field.not_flag
        "end_handle": "stop" | "outpace": {"compliance": {"abandon_after": 499}} | outpace.compliance.abandon_after | field.range
        "end_handle": "stop" | "outpace": {"compliance": {"abandon_after": 60001}} | outpace.compliance.abandon_after | field.range
        "end_handle": "stop" | "outpace": {"compliance": {"redial_hours": 721}} | outpace.compliance.redial_hours | field.range
        "end_handle": "stop" | "outpace": {"compliance": {"redial_hours": 1.5}} | outpace.compliance.redial_hours | field.not_whole
        "end_handle": "stop" | "outpace": {"compliance": {"redial_with_agent": "yes"}} | outpace.compliance.redial_with_agent | field.not_flag
        "end_handle": "stop" | "outpace": {"compliance": {"minimum_ring": 120001}} | outpace.compliance.minimum_ring | field.range
        "gender": "female"       | "gender": "female", "x": {}}, "next_id": "?", "y": {"z": 1 | actions[0].next_id | json.duplicate_key
        """)
    void aWrongFieldIsNamedWithItsReason(String published, String wrong, String field, String code) throws IOException {
        var problems = read(seedWith(published, wrong)).problems();

        if (code.startsWith("json")) {
            assertThat(problems).singleElement().extracting(Problem::code).isEqualTo(code);
        } else {
            assertThat(problems)
                    .anySatisfy(problem -> assertThat(problem.code()).isEqualTo(code))
                    .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Severity.ERROR))
                    .allSatisfy(problem -> assertThat(problem.place()).isEqualTo(file() + " " + field));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "outplan_id", "outdial_id", "queue_id", "next_campaign_id"})
    void aBadIdIsNamed(String field) throws IOException {
        for (var bad : List.of("\"1-1-1-1-1\"", "\"abc\"", "12", "{}", "\"183c0d5c-691e-42f3-af2b-9bffc2740f8\"")) {
            var setUp = read("{\"type\": \"call\", \"name\": \"n\", \"" + field + "\": " + bad + "}");

            assertThat(setUp.refused()).isTrue();
            assertThat(setUp.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("field.not_id"))
                    .satisfies(problem -> assertThat(problem.place()).isEqualTo(file() + " " + field));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2022-02-30 00:00:00", "2022-04-28", "yesterday", "2022-04-28 25:00:00", "+12022-01-01 00:00:00"
            })
    void aBadTimeIsNamed(String time) throws IOException {
        var problems = read(seedWith("2022-04-28 02:16:39.712142", time)).problems();

        assertThat(problems).containsExactly(Problem.error("field.not_time", file() + " tm_create", '"' + time + '"'));
    }

    @Test
    void allErrorsOfAllFilesAreCollected() throws IOException {
        var bad = write("bad.json", "[{\"type\": \"fax\", \"name\": \"a\"}, 5, {\"type\": \"call\", \"name\": 1}]");
        var cut = write("cut.json", "{\"type\": \"ca");
        var missing = folder.resolve("missing.json");

        var setUp = files.read(List.of(bad, cut, missing, folder));

        assertThat(setUp.problems())
                .extracting(problem -> problem.place().replace(folder + "/", "") + ": " + problem.code())
                .containsExactly(
                        "bad.json [0].type: field.not_a_word",
                        "bad.json [1]: field.not_object",
                        "bad.json [2].name: field.not_text",
                        "cut.json:1:13: json.cut",
                        "missing.json: file.missing",
                        folder + ": file.folder");
    }

    @Test
    void moreThanFiftyErrorsAreCounted() throws IOException {
        var campaigns = "[" + "{\"type\": \"fax\", \"name\": \"a\"},".repeat(69) + "{}]";

        var problems = read(campaigns).problems();

        assertThat(problems).hasSize(51);
        assertThat(problems.getLast()).isEqualTo(Problem.error("import.more_errors", "", 21L));
    }

    @Test
    void aWholeSetUpIsRead() throws IOException {
        var setUp = read(Samples.text(Samples.SET_UP));

        assertThat(setUp.problems()).isEmpty();
        assertThat(setUp.campaigns()).containsExactly(campaign(Samples.text(Samples.SEED)));
        var outplan = setUp.outplans().getFirst();
        assertThat(outplan.source()).isEqualTo(Address.tel("+12125550190"));
        assertThat(outplan.dialTimeout()).isEqualTo(20_000);
        assertThat(outplan.tryInterval()).isEqualTo(30_000);
        assertThat(outplan.maxTryCounts()).containsExactly(3, 1, 0, 0, 0);
        var list = setUp.outdials().getFirst();
        assertThat(list.outdial().name()).isEqualTo("Home policies");
        assertThat(list.targets())
                .hasSize(40)
                .allSatisfy(target ->
                        assertThat(target.outdialId()).isEqualTo(list.outdial().id()));
        var first = list.targets().iterator().next();
        assertThat(first.name()).isEqualTo("Marcus Oyelaran");
        assertThat(first.data()).isEqualTo("{\"policy_no\": \"HP-0\"}");
        assertThat(first.status()).isEqualTo(TargetStatus.IDLE);
        assertThat(first.destinations())
                .containsExactly(Address.tel("+12125550100"), Address.sip("home0@example.com"), null, null, null);
        assertThat(setUp.queues().getFirst().waitTimeout()).isEqualTo(60_000);
        assertThat(setUp.agents()).hasSize(4).allSatisfy(agent -> {
            assertThat(agent.status()).isEqualTo(AgentStatus.AVAILABLE);
            assertThat(setUp.queues().getFirst().serves(agent)).isTrue();
        });
    }

    @Test
    void aSetUpMayBeSplitOverSeveralFilesAndHaveItsTargetsFirst() throws IOException {
        var list = write("list.json", """
            {"outdials": [{"targets": [{"name": "Rosa", "destination_0": {}, "destination_1": {"type": "tel",
              "target": "+12125550100", "floor": 3}, "status": "progressing", "try_count_1": 2,
              "outpace": {"next_try_at": "2026-05-04 08:00:00.000000", "last_result": "no_answer"}}],
              "id": "40bea034-1d17-474d-a5de-da00d0861c69", "name": "L"}]}\
            """);
        var campaign = Samples.copy(Samples.SEED, folder);

        var setUp = files.read(List.of(list, campaign));

        assertThat(setUp.problems())
                .containsExactly(Problem.warning("import.targets_idle", list + " outdials[0].targets", 1L));
        assertThat(setUp.campaigns()).hasSize(1);
        var target = setUp.outdials().getFirst().targets().iterator().next();
        assertThat(target.outdialId()).isEqualTo(UUID.fromString("40bea034-1d17-474d-a5de-da00d0861c69"));
        assertThat(target.status()).isEqualTo(TargetStatus.IDLE);
        assertThat(target.destinations()).containsExactly(null, Address.tel("+12125550100"), null, null, null);
        assertThat(target.tryCounts()).containsExactly(0, 2, 0, 0, 0);
        assertThat(target.nextTryAt()).isEqualTo(Instant.parse("2026-05-04T08:00:00Z"));
        assertThat(target.lastResult()).isEqualTo(EndCause.NO_ANSWER);
        assertThat(TargetShape.write(target).get("destination_1"))
                .isEqualTo(new JacksonJson().read("{\"type\":\"tel\",\"target\":\"+12125550100\",\"floor\":3}"));
    }

    @Test
    void whatDecidesWhenATargetIsCalledIsReadAndWrittenAgain() throws IOException {
        var agent = UUID.fromString("8c2a1de2-6c1f-4b53-9a53-0d1a4c9a1f10");
        var setUp = read("""
            {"outdials": [{"targets": [{"name": "Rosa", "outpace": {"zone": "Europe/Paris", "region": "FR", "priority": 7,
              "call_back_at": "2026-05-04 08:00:00.000000", "call_back_agent": "%s", "floor": 3}}, {"name": "Ben"}]}]}\
            """.formatted(agent));
        assertThat(setUp.problems()).isEmpty();
        var targets = new ArrayList<OutdialTarget>();
        setUp.outdials().getFirst().targets().forEach(targets::add);
        var routing = new TargetRouting("Europe/Paris", "FR", 7, Instant.parse("2026-05-04T08:00:00Z"), agent);
        assertThat(targets).extracting(OutdialTarget::routing).containsExactly(routing, TargetRouting.NONE);
        var written = TargetShape.write(targets.getFirst());
        assertThat(written.get("outpace"))
                .isInstanceOfSatisfying(
                        Json.Obj.class,
                        outpace -> assertThat(outpace.get("floor")).isEqualTo(new JacksonJson().read("3")));
        var again = read("{\"outdials\": [{\"targets\": [%s]}]}".formatted(new JacksonJson().write(written)));
        assertThat(again.outdials().getFirst().targets())
                .singleElement()
                .satisfies(target -> assertThat(target.routing()).isEqualTo(routing));
        assertThat(TargetShape.write(targets.getLast()).get("outpace")).isNull();
    }

    @Test
    void aZoneOrARegionThatIsNoneIsNamed() throws IOException {
        var setUp = read("""
            {"outdials": [{"targets": [{"outpace": {"zone": "Europe/Pariss", "region": "France", "priority": 0.5}}]}]}\
            """);
        assertThat(setUp.problems())
                .extracting(problem -> problem.place().replace(file() + " ", "") + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "outdials[0].targets[0].outpace.zone target.unknown_zone",
                        "outdials[0].targets[0].outpace.region target.not_region",
                        "outdials[0].targets[0].outpace.priority field.not_whole");
    }

    @Test
    void aDialTimeoutThatIsMostlyAMistakenUnitIsTakenAndSaid() throws IOException {
        var setUp = read(
                "{\"outplans\": [{\"dial_timeout\": 30}, {\"dial_timeout\": 5000}, {\"dial_timeout\": 150000}, {}]}");
        assertThat(setUp.problems())
                .extracting(problem -> problem.place().replace(file() + " ", "") + " " + problem.code())
                .containsExactly(
                        "outplans[0].dial_timeout outplan.dial_timeout",
                        "outplans[2].dial_timeout outplan.dial_timeout");
        assertThat(setUp.problems()).noneMatch(Problem::isError);
        assertThat(setUp.outplans()).hasSize(4);
    }

    @Test
    void wrongPartsOfASetUpAreNamed() throws IOException {
        var setUp = read("""
            {"outplans": [{"dial_timeout": -1, "try_interval": -5, "max_try_count_0": -1, "max_try_count_4": 1.5,
               "source": "tel"}],
             "outdials": [{"id": "40bea034-1d17-474d-a5de-da00d0861c69", "targets": [
               {"outdial_id": "99bf739a-932f-433c-b1bf-103d33d7e9bb"}, null, {"status": "lost"},
               {"id": "1b3d7a92-7146-466d-90f5-000000000000"}, {"id": "1b3d7a92-7146-466d-90f5-000000000000"},
               {"destination_3": {"target": 5}}]}, 7, {"targets": 9}],
             "queues": [{"wait_timeout": -1, "tag_ids": ["x"]}],
             "agents": [{"status": "busy"}, {"status": "tired"}, {"addresses": [{"type": "tel", "x": 1}]}],
             "campaigns": {}, "version": 2}\
            """);

        assertThat(setUp.problems())
                .extracting(problem -> problem.place().replace(file() + " ", "") + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "outplans[0].dial_timeout field.range",
                        "outplans[0].try_interval field.range",
                        "outplans[0].max_try_count_0 field.range",
                        "outplans[0].max_try_count_4 field.not_whole",
                        "outplans[0].source field.not_object",
                        "outdials[0].targets[0].outdial_id import.other_list",
                        "outdials[0].targets[1] field.not_object",
                        "outdials[0].targets[2].status field.not_a_word",
                        "outdials[0].targets[4].id import.duplicate_target",
                        "outdials[0].targets[5].destination_3.target field.not_text",
                        "outdials[1] field.not_object",
                        "outdials[2].targets field.not_list",
                        "queues[0].wait_timeout field.range",
                        "queues[0].tag_ids[0] field.not_id",
                        "agents[0].status import.away",
                        "agents[1].status field.not_a_word",
                        "agents[2].addresses[0].x field.left_out",
                        "campaigns field.not_list",
                        "version field.left_out");
    }

    @Test
    void anIdThatStandsTwiceInTheFilesIsRefused() throws IOException {
        var one = Samples.copy(Samples.SEED, folder);
        var two = Samples.copy(Samples.SET_UP, folder);

        assertThat(files.read(List.of(one, two)).problems())
                .containsExactly(Problem.error(
                        "import.duplicate_id",
                        two + " campaigns[0].id",
                        "183c0d5c-691e-42f3-af2b-9bffc2740f83",
                        one.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"campaigns\": []}", "{\"queues\": [], \"agents\": null}"})
    void aFileWithNothingInItIsRefused(String text) throws IOException {
        assertThat(read(text).problems()).containsExactly(Problem.error("import.nothing", file().toString()));
    }

    private Campaign campaign(String text) throws IOException {
        var setUp = read(text);
        assertThat(setUp.problems()).isEmpty();
        return setUp.campaigns().getFirst();
    }

    private SetUp read(String text) throws IOException {
        return files.read(List.of(write("file.json", text)));
    }

    private Path file() {
        return folder.resolve("file.json");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String seedWith(String published, String other) throws IOException {
        var seed = Samples.text(Samples.SEED);
        assertThat(seed).contains(published);
        return seed.replace(published, other);
    }

    private String exported(Campaign campaign) throws IOException {
        var out = new ByteArrayOutputStream();
        files.write(campaign, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void assertSameJson(String actual, String expected) {
        var mapper = new JsonMapper();
        assertThat(mapper.readTree(actual)).isEqualTo(mapper.readTree(expected));
    }
}
