package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.AbandonWindow;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.CallRecording;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Compliance;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingMode;
import dev.outpace.model.Phone;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.SampleRules;
import dev.outpace.model.Stamps;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A workspace is opened, closed and found as it was. */
@SuppressWarnings("NullAway")
class StoreTest extends StoreFixture {
    @Test
    void resourcesSurviveAReopeningFieldForField() {
        store.factLog().write(new Fact.ResourceSaved(outplan(3, 1, 0, 0, 0)));
        store.factLog().write(new Fact.ResourceSaved(campaign()));
        reopen();
        var book = store.resources().join();
        assertThat(book.campaign(new UUID(1, 1))).isEqualTo(campaign());
        assertThat(book.outplan(new UUID(1, 20))).isEqualTo(outplan(3, 1, 0, 0, 0));
    }

    @Test
    void callingRulesSurviveAReopeningWithAllThatTheySay() {
        var rules = SampleRules.everything().withStamps(Stamps.createdAt(NOW));
        var bound = campaign().withOptions(campaign().options().withRules(rules.id()));
        store.factLog().write(new Fact.ResourceSaved(rules));
        store.factLog().write(new Fact.ResourceSaved(bound));
        reopen();
        var book = store.resources().join();
        assertThat(book.ruleSets()).containsExactly(rules);
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true).rules()).containsExactly(rules);
        assertThat(book.campaign(bound.id())).isEqualTo(bound);
        store.factLog()
                .write(new Fact.ResourceSaved(rules.withStamps(rules.stamps().deletedAt(NOW))));
        reopen();
        assertThat(store.resources().join().ruleSet(rules.id())).isNull();
    }

    @Test
    void anEditOfACampaignLeavesItsStatus() {
        store.factLog().write(new Fact.ResourceSaved(campaign()));
        store.factLog()
                .write(new Fact.StatusesChanged(List.of(new dev.outpace.engine.FactLog.StatusChange(
                        campaign().id(), CampaignStatus.RUN, null, NOW, NOW))));
        store.factLog().write(new Fact.ResourceSaved(campaign().withServiceLevel(50)));
        var now = store.resources().join().campaign(campaign().id());
        assertThat(now.status()).isEqualTo(CampaignStatus.RUN);
        assertThat(now.serviceLevel()).isEqualTo(50);
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true)
                        .records()
                        .get(campaign().id())
                        .startedAt())
                .isEqualTo(NOW);
    }

    @Test
    void whatAnAgentIsAwayForIsKept() {
        var agent = agent(AgentStatus.AWAY, AwayReason.TRAINING);
        store.factLog().write(new Fact.ResourceSaved(agent));
        store.factLog().awaitCommitted();
        reopen();
        assertThat(agents()).containsExactly(agent);
    }

    @Test
    void howAgentsServeAQueueIsKept() {
        var queue = new Queue(
                new UUID(6, 1),
                "Sales",
                "",
                "random",
                List.of(),
                Ids.NIL,
                0,
                0,
                new QueueService(2_500, 8_000, true),
                null,
                new Stamps(NOW, NOW, null),
                Json.Obj.EMPTY);
        store.factLog().write(new Fact.ResourceSaved(queue));
        store.factLog().awaitCommitted();
        reopen();
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true).queues()).containsExactly(queue);
    }

    @Test
    void thePhoneOfAnAgentIsKept() {
        var agent = agent(AgentStatus.AVAILABLE, AwayReason.BREAK, new Phone("Local", "101@from-queue/n"));
        store.factLog().write(new Fact.ResourceSaved(agent));
        store.factLog().awaitCommitted();
        reopen();
        assertThat(agents()).containsExactly(agent);
    }

    @Test
    void pacingAndComplianceSurviveAReopening() {
        var pacing = new PacingChoice(
                PacingMode.ADAPTIVE,
                0.025,
                AbandonWindow.HOURS_24,
                AbandonDenominator.QUEUED,
                true,
                0.045,
                new Json.Obj(Map.of("later", new Json.Bool(true))));
        var rules = new Compliance(
                        "\"Sorry\"\n", 1_500, 72, true, 15_000, new Json.Obj(Map.of("later", new Json.Null())))
                .withWaits(true, AbandonFrom.GREETING);
        var changed = campaign()
                .withOptions(CampaignOptions.DEFAULT.withPacing(pacing).withCompliance(rules));
        store.factLog().write(new Fact.ResourceSaved(changed));
        reopen();
        assertThat(store.resources().join().campaign(changed.id())).isEqualTo(changed);
        store.factLog().write(new Fact.ResourceSaved(campaign()));
        reopen();
        assertThat(store.resources().join().campaign(changed.id())).isEqualTo(campaign());
    }

    @Test
    void anOldWorkspaceKnowsWhoWasAbandonedAndWhoJoinedAQueue() throws SQLException {
        store.factLog().write(new Fact.ResourceSaved(campaign()));
        store.targets().add(target("+12125550101")).join();
        abandon(NOW);
        store.factLog().awaitCommitted();
        var before = store.engineState(LineLimits.DEFAULT, 1, true);
        store.close();
        try (var connection = new Database(folder.resolve("workspace")).connect();
                var statement = connection.createStatement()) {
            withoutOptions(statement);
            statement.execute("delete from \"flyway_schema_history\" where cast(\"version\" as int) >= 4");
            statement.execute("shutdown");
        }
        open();
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true)).isEqualTo(before);
        try (var connection = new Database(folder.resolve("workspace")).connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select abandoned_at from dialed_number where dial_key = 'tel:+12125550101'")) {
            assertThat(row.next()).isTrue();
            assertThat(Columns.instantOrNull(row, "abandoned_at")).isEqualTo(NOW);
        }
    }

    @Test
    void theRecordingOfCallsIsKept() {
        var saved = campaign().withOptions(CampaignOptions.DEFAULT.withRecording(new CallRecording(true, 7)));
        store.factLog().write(new Fact.ResourceSaved(saved));
        store.factLog().awaitCommitted();
        store.close();
        open();
        assertThat(store.resources().join().campaign(saved.id())).isEqualTo(saved);
    }

    @Test
    void rulesThatWereStoredBeforeWaitsCountedAreReadAsTheyWere() throws SQLException {
        var rules = new Compliance("Sorry.", 1_500, 72, true, 15_000, Json.Obj.EMPTY);
        var saved = campaign().withOptions(CampaignOptions.DEFAULT.withCompliance(rules));
        store.factLog().write(new Fact.ResourceSaved(saved));
        store.factLog().awaitCommitted();
        store.close();
        try (var connection = new Database(folder.resolve("workspace")).connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update campaign set compliance = '{\"abandon_message\": \"Sorry.\", \"abandon_after\": 1500,"
                            + " \"redial_hours\": 72, \"redial_with_agent\": true, \"minimum_ring\": 15000, \"unknown\":"
                            + " {}}'");
            statement.execute("shutdown");
        }
        open();
        assertThat(store.resources().join().campaign(saved.id())).isEqualTo(saved);
    }

    private static void withoutOptions(Statement statement) throws SQLException {
        statement.execute("drop index target_class");
        statement.execute("alter table target drop column class, rank, held_by, zone, region, priority, call_back_at,"
                + " call_back_agent, closed_destinations");
        statement.execute("drop table hours_class");
        statement.execute("drop table call_person");
        statement.execute("drop index campaign_call_number");
        statement.execute("drop index campaign_call_target");
        statement.execute("alter table campaign drop column pacing");
        statement.execute("alter table campaign drop column compliance");
        statement.execute("alter table campaign_call drop column taken_late");
        statement.execute("alter table target drop column waits_since");
        statement.execute("drop table dialed_number");
        statement.execute("create table campaign_hour as select campaign_id, at_quarter / 4 as at_hour, success, fail,"
                + " abandoned, answered, not_placed from campaign_quarter");
        statement.execute("drop table campaign_quarter");
    }

    @Test
    void aWorkspaceOfTheFirstSchemaIsOpenedWithItsAgents() throws SQLException {
        store.factLog().write(new Fact.ResourceSaved(agent(AgentStatus.AWAY, AwayReason.LUNCH)));
        store.factLog().awaitCommitted();
        store.close();
        try (var connection = new Database(folder.resolve("workspace")).connect();
                var statement = connection.createStatement()) {
            statement.execute("alter table agent drop column away_reason");
            statement.execute("alter table agent drop column phone");
            statement.execute("alter table queue drop column wrap_up");
            statement.execute("alter table queue drop column ring_time");
            statement.execute("alter table queue drop column agents_stay_connected");
            statement.execute("alter table queue drop column asterisk_queue");
            statement.execute("drop table call_in_progress");
            withoutOptions(statement);
            statement.execute("create index campaign_call_status on campaign_call (status, seq)");
            statement.execute("create index campaign_call_target on campaign_call (outdial_target_id, seq)");
            statement.execute("delete from \"flyway_schema_history\" where cast(\"version\" as int) >= 2");
            statement.execute("shutdown");
        }
        open();
        assertThat(agents()).containsExactly(agent(AgentStatus.AWAY, AwayReason.BREAK));
    }

    private List<Agent> agents() {
        return store.engineState(LineLimits.DEFAULT, 1, true).agents();
    }

    private static Agent agent(AgentStatus status, AwayReason reason) {
        return agent(status, reason, null);
    }

    private static Agent agent(AgentStatus status, AwayReason reason, @Nullable Phone phone) {
        return new Agent(
                new UUID(5, 1),
                "ada",
                "Ada Berg",
                "",
                "ringall",
                status,
                reason,
                16,
                List.of(),
                List.of(),
                phone,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    @Test
    void aSecondOpeningIsRefusedByTheNameOfWhoHasIt() {
        assertThatThrownBy(() -> Store.open(folder.resolve("workspace"), "other", new JacksonJson()))
                .isInstanceOfSatisfying(StoreException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("store.in_use");
                    assertThat(refused.problem().args()).containsExactly("test");
                });
    }

    @Test
    void filesAreTheOwnersAlone() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.resolve("workspace")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        store.close();
        try (var files = Files.list(folder.resolve("workspace"))) {
            assertThat(files)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
        open();
    }

    @Test
    void aPathThatWouldAddSettingsIsRefused() {
        assertThatThrownBy(() -> Store.open(folder.resolve("a;TRACE_LEVEL_FILE=3"), "test", new JacksonJson()))
                .isInstanceOf(StoreException.class);
        assertThat(folder.resolve("a;TRACE_LEVEL_FILE=3")).doesNotExist();
    }
}
