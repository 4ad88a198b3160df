package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.files.PrivateFiles;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.Alarm;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.workspace.secrets.SecretFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which telephony a workspace has is one of its settings. */
class TelephonyKindTest {
    private static final JacksonJson JSON = new JacksonJson();

    /** Where nothing listens. */
    private static final int CLOSED_PORT = 9;

    @TempDir
    private Path folder;

    private void choose(String telephony) {
        try (var store = Store.open(folder, "test", JSON)) {
            store.saveSetting(TelephonyKind.SETTING, telephony).join();
        }
    }

    private Workspace open() {
        return open(1);
    }

    private Workspace open(double speed) {
        var opening = new Workspace.Opening(folder, "test", speed, false, false, 1, CarrierLog.NONE);
        return Workspace.open(opening, JSON, Clock.systemUTC());
    }

    @Test
    void withoutAChoiceItIsSimulated() {
        try (var store = Store.open(folder, "test", JSON)) {
            var kind = TelephonyKind.of(store);
            assertThat(kind).isEqualTo(TelephonyKind.SIMULATED);
            assertThat(kind.capabilities(() -> false)).isEqualTo(SimulatedTelephony.CAPABILITIES);
        }
    }

    private AsteriskConnection connection() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "no-secret-of-anyone\n");
        PrivateFiles.makePrivate(secret);
        return new AsteriskConnection(
                "127.0.0.1",
                CLOSED_PORT,
                "console",
                new SecretFile(secret),
                false,
                "",
                "PJSIP/carrier",
                false,
                "",
                "outpace",
                "agi");
    }

    private Answer chooseAsterisk(AsteriskConnection connection) {
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            return orders.useAsterisk(connection, new LineLimits(60, 7));
        }
    }

    @Test
    void anAsteriskIsChosenWithItsLinesAndKeepsItsMark() throws IOException {
        assertThat(chooseAsterisk(connection())).isEqualTo(new Answer.Done(List.of()));
        try (var workspace = open()) {
            assertThat(workspace.settings().workspace().lines())
                    .returns(60, LineLimits::concurrentCalls)
                    .returns(7, LineLimits::callsPerSecond);
        }
        String mark;
        try (var store = Store.open(folder, "test", JSON)) {
            assertThat(TelephonyKind.of(store)).isEqualTo(TelephonyKind.ASTERISK);
            mark = new AsteriskText(store, JSON).mark();
            assertThat(new AsteriskText(store, JSON).read()).contains(connection());
        }
        open().close();
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            orders.useSimulated();
            assertThat(orders.asterisk()).contains(connection());
        }
        try (var store = Store.open(folder, "test", JSON)) {
            assertThat(TelephonyKind.of(store)).isEqualTo(TelephonyKind.SIMULATED);
            assertThat(new AsteriskText(store, JSON).mark()).isEqualTo(mark);
        }
    }

    @Test
    void theSecretIsNowhereInTheWorkspace() throws IOException {
        var connection = connection();
        chooseAsterisk(connection);
        open().close();
        Files.delete(folder.resolve("secret"));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("no-secret-of-anyone"));
        }
        assertThat(connection.toString()).doesNotContain("no-secret-of-anyone");
    }

    @Test
    void realCallsNeedTheirSecretAndTheTimeOfTheWorld() throws IOException {
        chooseAsterisk(connection());
        refused(() -> open(2), "telephony.speed");
        Files.writeString(folder.resolve("secret"), "");
        refused(this::open, "secret.no_secret");
        Files.delete(folder.resolve("secret"));
        refused(this::open, "secret.unreadable");
        choose("asterisk");
        try (var store = Store.open(folder, "test", JSON)) {
            store.saveSetting("asterisk", "{\"host\": 7}").join();
        }
        refused(this::open, "telephony.not_set");
    }

    @Test
    void whatRanWithSimulatedCallsDoesNotGoOnWithRealOnes() throws IOException {
        var setUp = Files.writeString(folder.resolve("setup.json"), SET_UP);
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            orders.importFiles(List.of(setUp), false);
            assertThat(orders.start("Recall").problems()).isEmpty();
        }
        try (var store = Store.open(folder, "test", JSON)) {
            new AsteriskText(store, JSON).save(connection(), Instant.EPOCH);
            TelephonyKind.ASTERISK.choose(store);
        }
        var opening = new Workspace.Opening(folder, "test", 1, false, true, 1, CarrierLog.NONE);
        try (var workspace = Workspace.open(opening, JSON, Clock.systemUTC())) {
            assertThat(workspace.waitsToGoOn()).isTrue();
        }
    }

    @Test
    void whatTheExchangeCanNotCarryOutRefusesTheStartOnTheCommandLineToo() throws IOException {
        var records = "{\"id\": \"00000000-0000-0000-0000-0000000000a1\", \"type\": \"recording_start\", "
                + "\"option\": {\"format\": \"mp3\"}}";
        var setUp = Files.writeString(
                folder.resolve("setup.json"),
                SET_UP.replace("{\"id\": \"00000000-0000-0000-0000-0000000000a1\", \"type\": \"answer\"}", records));
        chooseAsterisk(connection());
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.importFiles(List.of(setUp), false).problems()).noneMatch(Problem::isError);
            var answer = orders.start("Recall", true);
            assertThat(answer).isInstanceOf(Answer.Refused.class);
            assertThat(answer.problems()).extracting(Problem::code).containsExactly("start.format_not_recorded");
            orders.useSimulated();
        }
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.start("Recall").problems())
                    .as("the simulated world records anything")
                    .isEmpty();
        }
    }

    @Test
    void theFirstRealStartOfACampaignIsConfirmedOnce() throws IOException {
        var setUp = Files.writeString(folder.resolve("setup.json"), SET_UP);
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.importFiles(List.of(setUp), false).problems()).noneMatch(Problem::isError);
            assertThat(orders.start("Recall").problems()).isEmpty();
        }
        var running = chooseAsterisk(connection());
        assertThat(running).isEqualTo(Answer.refused(Problem.error("telephony.running", "", "Recall")));
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            orders.stop("Recall");
        }
        chooseAsterisk(connection());

        var unconfirmed = Answer.refused(Problem.error("start.real_first", "", "Recall", 2L));
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.start("Recall")).isEqualTo(unconfirmed);
        }
        try (var workspace = open()) {
            var campaign = workspace.resourceBook().campaigns().iterator().next();
            assertThat(workspace.campaigns().start(campaign.id(), true).join()).isEqualTo(unconfirmed);
            assertThat(workspace
                            .campaigns()
                            .firstRealStart(campaign.id())
                            .join()
                            .orElseThrow())
                    .returns("Recall", RealStart::campaign)
                    .returns("Customers", RealStart::list)
                    .returns(2L, RealStart::mayRing)
                    .returns("PJSIP/carrier", RealStart::trunk)
                    .returns("+12125550190", RealStart::callerId)
                    .returns(60, start -> start.lines().concurrentCalls());
        }
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.start("Recall", true, false).problems()).isEmpty();
            orders.stop("Recall");
        }
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.start("Recall").problems()).isEmpty();
        }
        try (var workspace = open()) {
            var campaign = workspace.resourceBook().campaigns().iterator().next();
            assertThat(workspace.campaigns().firstRealStart(campaign.id()).join())
                    .isEmpty();
        }
    }

    @Test
    void aTextThatCanNotBeSpokenRefusesTheOfflineStartAndEndsACampaignThatWouldGoOn() throws IOException {
        var talks = SET_UP.replace(
                "\"type\": \"hangup\"}",
                "\"type\": \"talk\", \"option\": {\"text\": \"hello\", \"language\": \"en\"}}");
        var setUp = Files.writeString(folder.resolve("setup.json"), talks);
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.importFiles(List.of(setUp), false).problems()).noneMatch(Problem::isError);
        }
        chooseAsterisk(connection());
        voice("false {text}");
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.start("Recall", true).problems())
                    .extracting(Problem::code)
                    .containsExactly("start.text_not_spoken");
        }
        try (var store = Store.open(folder, "test", JSON)) {
            var campaign = store.resources().join().campaigns().iterator().next();
            new RealStarts(store, JSON, Clock.systemUTC())
                    .confirm(campaign, store.resources().join())
                    .join();
            store.factLog()
                    .write(new Fact.StatusesChanged(List.of(
                            new StatusChange(campaign.id(), CampaignStatus.RUN, null, Instant.now(), Instant.now()))));
            store.mustBeWritten();
        }
        var stopped = new CompletableFuture<Boolean>();
        var opening = new Workspace.Opening(folder, "test", 1, false, true, 1, CarrierLog.NONE);
        try (var workspace = Workspace.open(opening, JSON, Clock.systemUTC())) {
            workspace.listen(new WorkspaceListener() {
                @Override
                public void resourceChanged(Resource resource) {
                    if (resource instanceof Campaign campaign && campaign.status() == CampaignStatus.STOP) {
                        stopped.complete(true);
                    }
                }
            });
            if (workspace.resourceBook().campaigns().iterator().next().status() == CampaignStatus.STOP) {
                stopped.complete(true);
            }
            assertThat(stopped.orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
        }
    }

    private void voice(String command) {
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.useMedia(new FlowMedia(command, "en", "", 0, "", ""), Monitoring.NONE)
                            .problems())
                    .isEmpty();
        }
    }

    @Test
    void whatStartsAfterACampaignIsConfirmedWithIt() throws IOException {
        var setUp = Files.writeString(folder.resolve("setup.json"), CHAIN);
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.importFiles(List.of(setUp), false).problems()).noneMatch(Problem::isError);
        }
        chooseAsterisk(connection());
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.start("Recall"))
                    .isEqualTo(Answer.refused(
                            Problem.error("start.real_chain", "next_campaign_id", "Recall", 3L, "Recall, Reminder")));
            assertThat(orders.start("Recall", true, false).problems()).isEmpty();
        }
        try (var workspace = open()) {
            for (var campaign : workspace.resourceBook().campaigns()) {
                boolean asked = workspace
                        .campaigns()
                        .firstRealStart(campaign.id())
                        .join()
                        .isPresent();
                assertThat(asked).as(campaign.name()).isEqualTo(campaign.name().equals("Others"));
            }
        }
    }

    /** Also the one whose turn comes later. */
    @Test
    void whatTheExchangeCanNotCarryOutRefusesTheStartOfTheWholeChain() throws IOException {
        var setUp = Files.writeString(folder.resolve("setup.json"), CHAIN);
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            orders.importFiles(List.of(setUp), false);
        }
        chooseAsterisk(connection());
        try (var workspace = open()) {
            var reminder = campaign(workspace, "Reminder");
            var records = new Action(
                    new UUID(9, 9),
                    Ids.NIL,
                    "recording_start",
                    new Json.Obj(Map.of("format", new Json.Text("mp3"))),
                    Json.Obj.EMPTY);
            assertThat(workspace
                            .campaigns()
                            .save(reminder.withActions(List.of(records)), reminder, true, false)
                            .join())
                    .isInstanceOf(Answer.Done.class);
            var first = campaign(workspace, "Recall");
            workspace.campaigns().confirmRealStart(first.id()).join();
            assertThat(workspace.campaigns().start(first.id(), true).join().problems())
                    .extracting(Problem::code)
                    .containsExactly("start.format_not_recorded");
            assertThat(campaign(workspace, "Recall").status()).isEqualTo(CampaignStatus.STOP);
        }
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.start("Recall", true, false).problems())
                    .extracting(Problem::code)
                    .containsExactly("start.format_not_recorded");
        }
    }

    /** As one does whose turn comes: the engine starts it by itself. */
    @Test
    void aCampaignThatBeginsAndCanNotBeCarriedOutIsStoppedWithTheReason() throws IOException {
        var records = "{\"id\": \"00000000-0000-0000-0000-0000000000a1\", \"type\": \"recording_start\", "
                + "\"option\": {\"format\": \"mp3\"}}";
        var setUp = Files.writeString(
                folder.resolve("setup.json"),
                SET_UP.replace("{\"id\": \"00000000-0000-0000-0000-0000000000a1\", \"type\": \"answer\"}", records));
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            orders.importFiles(List.of(setUp), false);
        }
        chooseAsterisk(connection());
        var alarms = new LinkedBlockingQueue<Alarm>();
        try (var workspace = open()) {
            var campaign = campaign(workspace, "Recall");
            workspace.campaigns().begins(campaign.id(), alarms::add);
            assertThat(take(alarms).problem().code()).isEqualTo("start.format_not_recorded");
        }
    }

    private static Alarm take(LinkedBlockingQueue<Alarm> alarms) {
        try {
            return Objects.requireNonNull(alarms.poll(30, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void aCampaignThatRunsIsNotChangedToGoOnToOneThatNobodyConfirmed() throws IOException {
        var setUp = Files.writeString(folder.resolve("setup.json"), CHAIN);
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            orders.importFiles(List.of(setUp), false);
        }
        chooseAsterisk(connection());
        try (var orders = new OfflineOrders(folder, "test", JSON, Clock.systemUTC())) {
            assertThat(orders.start("Recall", true, false).problems()).isEmpty();
        }
        try (var workspace = open()) {
            var others = campaign(workspace, "Others").id();
            for (var name : List.of("Recall", "Reminder")) {
                var before = campaign(workspace, name);
                assertThat(workspace
                                .campaigns()
                                .save(followedBy(before, others), before, true, false)
                                .join())
                        .as(name)
                        .isEqualTo(Answer.refused(Problem.error("campaign.real_next", "next_campaign_id")));
            }
        }
    }

    private static Campaign followedBy(Campaign campaign, UUID next) {
        return new Campaign(
                campaign.id(),
                campaign.type(),
                campaign.name(),
                campaign.detail(),
                campaign.status(),
                campaign.serviceLevel(),
                campaign.endHandle(),
                campaign.actions(),
                campaign.outplanId(),
                campaign.outdialId(),
                campaign.queueId(),
                next,
                campaign.options(),
                campaign.stamps(),
                campaign.unknown());
    }

    private static Campaign campaign(Workspace workspace, String name) {
        return workspace.resourceBook().campaigns().stream()
                .filter(campaign -> campaign.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Of three campaigns the first is followed by the second. */
    private static final String CHAIN = """
        {"outplans": [{"id": "00000000-0000-0000-0000-000000000020", "name": "Plan", "dial_timeout": 20000,
           "try_interval": 60000, "max_try_count_0": 1}],
         "outdials": [{"id": "00000000-0000-0000-0000-000000000030", "name": "Customers", "targets": [
           {"name": "Ann", "destination_0": {"type": "tel", "target": "+12125550100"}},
           {"name": "Bob", "destination_0": {"type": "tel", "target": "+12125550101"}}]},
          {"id": "00000000-0000-0000-0000-000000000031", "name": "Late", "targets": [
           {"name": "Cy", "destination_0": {"type": "tel", "target": "+12125550102"}}]},
          {"id": "00000000-0000-0000-0000-000000000032", "name": "More", "targets": [
           {"name": "Di", "destination_0": {"type": "tel", "target": "+12125550103"}}]}],
         "campaigns": [
          {"id": "00000000-0000-0000-0000-000000000040", "type": "call", "name": "Recall", "service_level": 0,
           "outplan_id": "00000000-0000-0000-0000-000000000020", "outdial_id": "00000000-0000-0000-0000-000000000030",
           "next_campaign_id": "00000000-0000-0000-0000-000000000041",
           "actions": [{"id": "00000000-0000-0000-0000-0000000000a1", "type": "hangup"}]},
          {"id": "00000000-0000-0000-0000-000000000041", "type": "call", "name": "Reminder", "service_level": 0,
           "outplan_id": "00000000-0000-0000-0000-000000000020", "outdial_id": "00000000-0000-0000-0000-000000000031",
           "actions": [{"id": "00000000-0000-0000-0000-0000000000a2", "type": "hangup"}]},
          {"id": "00000000-0000-0000-0000-000000000042", "type": "call", "name": "Others", "service_level": 0,
           "outplan_id": "00000000-0000-0000-0000-000000000020", "outdial_id": "00000000-0000-0000-0000-000000000032",
           "actions": [{"id": "00000000-0000-0000-0000-0000000000a3", "type": "hangup"}]}]}
        """;

    private static final String SET_UP = """
        {"outplans": [{"id": "00000000-0000-0000-0000-000000000020", "name": "Plan", "dial_timeout": 20000,
           "source": {"type": "tel", "target": "+12125550190"}, "try_interval": 60000, "max_try_count_0": 1}],
         "outdials": [{"id": "00000000-0000-0000-0000-000000000030", "name": "Customers", "targets": [
           {"name": "Ann", "destination_0": {"type": "tel", "target": "+12125550100"}},
           {"name": "Bob", "destination_0": {"type": "tel", "target": "+12125550101"}}]}],
         "campaigns": [{"type": "call", "name": "Recall", "service_level": 0,
           "outplan_id": "00000000-0000-0000-0000-000000000020",
           "outdial_id": "00000000-0000-0000-0000-000000000030",
           "actions": [{"id": "00000000-0000-0000-0000-0000000000a1", "type": "answer"},
             {"id": "00000000-0000-0000-0000-0000000000a2", "type": "hangup"}]}]}
        """;

    private static void refused(Callable<Workspace> opening, String code) {
        assertThatThrownBy(opening::call)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    @Test
    void whatIsWrongIsNamedByItsFieldAndNothingIsSet() throws IOException {
        var secret = connection().secret();
        var wrong = new AsteriskConnection(
                "a b", 0, "", secret, false, "12", "carrier", false, "+1 212", "out,pace", "agi");
        assertThat(chooseAsterisk(wrong).problems())
                .extracting(Problem::place)
                .containsExactly("host", "port", "user", "certificate", "certificate", "trunk", "caller_id", "context");
        var far = new AsteriskConnection(
                "pbx.example.com", 5038, "console", secret, false, "", "PJSIP/carrier", false, "", "outpace", "agi");
        assertThat(chooseAsterisk(far).problems())
                .singleElement()
                .isEqualTo(Problem.warning("telephony.not_encrypted", "tls", "pbx.example.com"));
        assertThat(chooseAsterisk(wrong)).isInstanceOf(Answer.Refused.class);
        try (var store = Store.open(folder, "test", JSON)) {
            assertThat(new AsteriskText(store, JSON).read()).contains(far);
        }
    }

    @Test
    void anUnknownTelephonyIsNamedAndNothingIsOpened() {
        choose("carrier_pigeons");
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.problem())
                                .isEqualTo(Problem.error(
                                        "telephony.unknown", "telephony", "carrier_pigeons", "simulated, asterisk")));
        choose("simulated");
        try (var workspace = open()) {
            assertThat(workspace.settings().simulatedWorld()).isEqualTo(SimulatedWorld.DEFAULT);
        }
    }
}
