package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RetryRules;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.simulated.CarrierLogFile;
import dev.outpace.telephony.simulated.CarrierLogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace and its carrier's record, made by hand, so that each can say what the other does not. */
@SuppressWarnings("NullAway")
class AuditTest {
    private static final Instant NOW = Instant.parse("2026-05-12T08:00:00Z");
    private static final Outplan PLAN = new Outplan(
            new UUID(1, 20),
            "two tries",
            "",
            null,
            20_000,
            60_000,
            List.of(2, 0, 0, 0, 0),
            Stamps.createdAt(NOW),
            Json.Obj.EMPTY);

    @TempDir
    Path folder;

    private final Map<UUID, CampaignCall> calls = new LinkedHashMap<>();
    private CarrierLogFile carrier;
    private Outplan plan = PLAN;

    @BeforeEach
    void open() throws IOException {
        carrier = CarrierLogFile.open(log(), _ -> {});
    }

    @AfterEach
    void close() throws IOException {
        carrier.close();
    }

    private Path log() {
        return folder.resolve("carrier.jsonl");
    }

    private List<Problem> problems() throws IOException {
        var book = new ResourceBook();
        book.put(plan);
        var audit = new Audit(CarrierLogReader.read(List.of(log()), new JacksonJson()), book);
        calls.values().forEach(audit::compare);
        return audit.report().problems();
    }

    private void isFound(String code, CampaignCall call) throws IOException {
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place()).isEqualTo(call.id().toString());
        });
    }

    /** Changes lines of the carrier's record. */
    private void forge(UnaryOperator<String> lines) throws IOException {
        Files.writeString(log(), lines.apply(Files.readString(log())));
    }

    private CampaignCall claimed(int person, String number, int second) {
        var call = new CampaignCall(
                UUID.randomUUID(),
                new UUID(1, 1),
                PLAN.id(),
                new UUID(1, 30),
                new UUID(2, person),
                Ids.NIL,
                CampaignType.CALL,
                "person " + person,
                null,
                Address.tel(number),
                0,
                1,
                CallStatus.DIALING,
                CallResult.NONE,
                null,
                NOW.plusSeconds(second),
                null,
                null,
                null,
                null,
                Ids.NIL);
        calls.put(call.id(), call);
        return call;
    }

    /** Placed at a second, on both sides. */
    private CampaignCall placed(int person, int second) {
        var call = claimed(person, "+12125550101", second);
        carrier.started(call.id(), call.destination(), NOW.plusSeconds(second));
        return call;
    }

    private CampaignCall answered(CampaignCall call, int second) {
        var at = NOW.plusSeconds(second);
        carrier.answered(call.id(), at);
        var answered = call.answered(at);
        calls.put(call.id(), answered);
        return answered;
    }

    private void ended(CampaignCall call, EndCause cause, int second) {
        carrier.ended(call.id(), Outcome.COMPLETED, NOW.plusSeconds(second));
        closed(call, cause, second);
    }

    /** In the workspace alone. */
    private void closed(CampaignCall call, EndCause cause, int second) {
        calls.put(call.id(), call.ended(cause, NOW.plusSeconds(second)));
    }

    private CampaignCall oneTalk() {
        var call = answered(placed(1, 0), 5);
        ended(call, EndCause.NORMAL, 60);
        return call;
    }

    @Test
    void aWorkspaceThatAgreesIsClean() throws IOException {
        oneTalk();
        ended(placed(2, 70), EndCause.BUSY, 75);
        ended(placed(2, 75), EndCause.NO_ANSWER, 95);
        assertThat(problems()).isEmpty();
    }

    @Test
    void aCutCallIsCleanWhetherOrNotItsOrderLeft() throws IOException {
        closed(placed(1, 0), EndCause.INTERRUPTED, 50);
        closed(claimed(1, "+12125550101", 60), EndCause.INTERRUPTED, 70);
        assertThat(problems()).isEmpty();
    }

    @Test
    void aCallThatTheCarrierNeverSawIsNamed() throws IOException {
        var call = oneTalk();
        forge(_ -> "");
        isFound("audit.never_called", call);
    }

    @Test
    void aCallThatTheWorkspaceDoesNotKnowIsNamed() throws IOException {
        oneTalk();
        var unknown = UUID.randomUUID();
        carrier.started(unknown, Address.tel("+12125550109"), NOW);
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("audit.unknown_call");
            assertThat(problem.place()).isEqualTo(unknown.toString());
        });
    }

    @Test
    void anotherAddressIsNamed() throws IOException {
        var call = oneTalk();
        forge(lines -> lines.replace("+12125550101", "+12125550199"));
        isFound("audit.other_address", call);
    }

    @Test
    void anAnswerOfOneSideOnlyIsNamed() throws IOException {
        var call = oneTalk();
        forge(lines -> lines.replaceAll("\\{\"event\":\"answer\".*\n", ""));
        isFound("audit.not_answered", call);
    }

    @Test
    void anAnswerThatTheWorkspaceMissedIsNamed() throws IOException {
        var call = placed(1, 0);
        carrier.answered(call.id(), NOW.plusSeconds(5));
        ended(call, EndCause.NO_ANSWER, 20);
        isFound("audit.answer_missed", call);
    }

    @Test
    void anEndOfOneSideOnlyIsNamed() throws IOException {
        var call = oneTalk();
        forge(lines -> lines.replaceAll("\\{\"event\":\"end\".*\n", ""));
        isFound("audit.ended_here_only", call);
    }

    @Test
    void anEndThatTheWorkspaceMissedIsNamed() throws IOException {
        var call = answered(placed(1, 0), 5);
        carrier.ended(call.id(), Outcome.COMPLETED, NOW.plusSeconds(9));
        isFound("audit.not_ended", call);
    }

    @Test
    void aCallThatCountsAsRefusedButWasPlacedIsNamed() throws IOException {
        var call = placed(1, 0);
        carrier.ended(call.id(), Outcome.BUSY, NOW.plusSeconds(3));
        closed(call, EndCause.NOT_PLACED, 3);
        isFound("audit.refused_but_called", call);
    }

    @Test
    void aCallForWhichTheCarrierHadNoRoomCountsAsRefused() throws IOException {
        var call = placed(1, 0);
        carrier.ended(call.id(), Outcome.CONGESTED, NOW.plusSeconds(1));
        closed(call, EndCause.NOT_PLACED, 1);
        assertThat(problems()).isEmpty();
    }

    @Test
    void aTargetInTwoCallsAtOnceIsNamed() throws IOException {
        var first = placed(1, 0);
        closed(first, EndCause.NO_ANSWER, 10);
        var second = placed(1, 20);
        ended(second, EndCause.BUSY, 25);
        carrier.ended(first.id(), Outcome.NO_ANSWER, NOW.plusSeconds(21));
        assertThat(problems()).extracting(Problem::code).containsExactly("audit.address_twice", "audit.target_twice");
    }

    @Test
    void anAddressInTwoCallsAtOnceIsNamed() throws IOException {
        var first = placed(1, 0);
        var second = placed(2, 1);
        ended(first, EndCause.BUSY, 3);
        ended(second, EndCause.BUSY, 4);
        isFound("audit.address_twice", second);
    }

    @Test
    void aRedialBeforeACutCallWasClosedIsNamed() throws IOException {
        var first = placed(1, 0);
        var second = placed(2, 30);
        ended(second, EndCause.BUSY, 31);
        closed(first, EndCause.INTERRUPTED, 50);
        isFound("audit.address_twice", second);
    }

    @Test
    void whoAnsweredBeforeACutAndIsCalledAgainIsNamed() throws IOException {
        closed(answered(placed(1, 0), 5), EndCause.INTERRUPTED, 50);
        var again = placed(1, 60);
        ended(again, EndCause.BUSY, 65);
        isFound("audit.called_again", again);
    }

    @Test
    void aTryBeyondTheCapOfAllDestinationsIsNamed() throws IOException {
        plan = new Outplan(
                PLAN.id(),
                "one try",
                "",
                null,
                20_000,
                60_000,
                PLAN.maxTryCounts(),
                new RetryRules(Map.of(), 1),
                PLAN.stamps(),
                PLAN.unknown());
        ended(placed(1, 0), EndCause.BUSY, 5);
        var second = claimed(1, "+12125550101", 20);
        carrier.started(second.id(), second.destination(), NOW.plusSeconds(20));
        ended(second, EndCause.BUSY, 25);
        isFound("audit.try_too_many", second);
    }

    @Test
    void aTryBeyondThePlanIsNamed() throws IOException {
        ended(placed(1, 0), EndCause.BUSY, 5);
        ended(placed(1, 10), EndCause.BUSY, 15);
        var third = claimed(1, "+12125550101", 20);
        carrier.started(third.id(), third.destination(), NOW.plusSeconds(20));
        ended(third, EndCause.BUSY, 25);
        isFound("audit.try_too_many", third);
    }

    @Test
    void aTryThatWasGivenBackCountsNot() throws IOException {
        var refused = claimed(1, "+12125550101", 0);
        closed(refused, EndCause.NOT_PLACED, 1);
        ended(placed(1, 1), EndCause.CANCELLED, 2);
        ended(placed(1, 2), EndCause.BUSY, 5);
        ended(placed(1, 10), EndCause.BUSY, 15);
        assertThat(problems()).isEmpty();
    }

    @Test
    void aCallThatTheCarrierBeganTwiceIsAnError() throws IOException {
        var call = oneTalk();
        carrier.started(call.id(), call.destination(), NOW.plusSeconds(90));
        assertThat(problems()).extracting(Problem::code).containsExactly("carrier-log.started-twice");
    }
}
