package dev.outpace.telephony.asterisk.real;

import static dev.outpace.telephony.asterisk.real.CampaignSetUp.agentId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import dev.outpace.model.LineLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whole campaigns of one workspace, side by side, from the set-up file to the last call. */
@Tag("asterisk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway") // The campaigns have run before each test.
class RealCampaignsTest {
    private static final String RECORDINGS = "OUTPACE_ASTERISK_RECORDINGS";

    private final CampaignMixture mixture = new CampaignMixture();
    private CarrierRecord carrier;
    private RealCampaigns ran;

    @BeforeAll
    void run(@TempDir Path folder) throws IOException, InterruptedException {
        carrier = CarrierRecord.fromNow();
        AsteriskWorkspace.make(folder, RealAsterisk.port(), mixture.setUp.toString(), new LineLimits(200, 20));
        ran = new RealCampaigns(folder);
        ran.start(
                mixture.outcomes,
                mixture.pressOne,
                mixture.missed,
                mixture.machines,
                mixture.recorded,
                mixture.abandoned,
                mixture.stopped);
        ran.awaitRinging(mixture.stopped, 5);
        ran.stopRinging(mixture.stopped);
        ran.awaitStopped(mixture.pressOne, mixture.missed, mixture.machines, mixture.recorded, mixture.abandoned);
        ran.awaitTargets(mixture.outcomes, bar -> bar.doneSuccess() + bar.doneFailed() == 54);
        ran.stopRinging(mixture.outcomes);
        ran.close();
    }

    @Test
    void eachOutcomeEndsAsItMust() {
        assertThat(ran.callsOf(mixture.outcomes))
                .allSatisfy(call -> assertThat(call.cause())
                        .as(call.targetName())
                        .isEqualTo(CampaignMixture.ENDS.get(call.targetName().substring(0, 3))));
    }

    @Test
    void triesAndTheirTimesAreTheOutplans() {
        var byTarget = ran.byTarget(mixture.outcomes);
        assertThat(byTarget).hasSize(60);
        byTarget.values().forEach(tries -> {
            var first = tries.getFirst();
            var cause = first.cause();
            switch (Objects.requireNonNull(cause)) {
                case NORMAL -> assertThat(tries).hasSize(1);
                case NOT_PLACED ->
                    assertThat(tries)
                            .allSatisfy(call -> assertThat(call.tryCount()).isEqualTo(1));
                default -> {
                    assertThat(tries).extracting(CampaignCall::tryCount).containsExactly(1, 2);
                }
            }
            for (int i = 1; i < tries.size(); i++) {
                assertThat(tries.get(i).createdAt())
                        .isAfterOrEqualTo(tries.get(i - 1).endedAt().plus(CampaignMixture.RETRY));
            }
        });
    }

    @Test
    void theCarrierSawTheSameCalls(@TempDir Path folder) throws IOException {
        assertThat(ran.audit(carrier, folder.resolve("carrier.jsonl"))).isEmpty();
    }

    @Test
    void whoPressesOneTalksToAnAgent() {
        for (var call : ran.callsOf(mixture.pressOne)) {
            boolean presses = call.targetName().startsWith(CampaignMixture.PRESSES_ONE);
            assertThat(call.cause()).isEqualTo(EndCause.NORMAL);
            assertThat(call.connectedAt() != null).as(call.targetName()).isEqualTo(presses);
        }
    }

    @Test
    void nobodyIsRungInWrapUp() {
        for (int phone : new int[] {101, 102}) {
            Instant free = Instant.EPOCH;
            for (var step : ran.stepsOf(mixture.pressOne)) {
                if (step.text().startsWith(agentId(phone).toString())) {
                    if (step.kind() == CallStep.Kind.AGENT_RINGING) {
                        assertThat(step.at()).isAfterOrEqualTo(free);
                    } else if (step.kind() == CallStep.Kind.AGENT_RELEASED) {
                        free = step.at().plus(CampaignMixture.WRAP_UP);
                    }
                }
            }
            assertThat(free).as("released").isAfter(Instant.EPOCH);
        }
    }

    @Test
    void whomAgentsMissIsTakenByTheNext() {
        assertThat(ran.callsOf(mixture.missed)).hasSize(3).allSatisfy(call -> {
            assertThat(call.cause()).isEqualTo(EndCause.NORMAL);
            assertThat(call.agentId()).isEqualTo(agentId(103));
        });
        assertThat(ran.stepsOf(mixture.missed).stream()
                        .filter(step -> step.kind() == CallStep.Kind.AGENT_MISSED)
                        .map(CallStep::text))
                .contains(agentId(130) + " NO_ANSWER", agentId(132) + " REJECTED", agentId(133) + " UNREACHABLE")
                .noneMatch(text -> text.startsWith(agentId(901).toString()));
    }

    @Test
    void machinesAreHungUpOnAndASilentPersonIsNone() {
        assertThat(ran.callsOf(mixture.machines))
                .extracting(call -> call.targetName().substring(0, 3), CampaignCall::cause)
                .containsExactlyInAnyOrder(
                        tuple("300", EndCause.MACHINE),
                        tuple("300", EndCause.MACHINE),
                        tuple(CampaignMixture.ANSWERS, EndCause.NORMAL));
    }

    @Test
    void theRecordingIsAFile() throws IOException {
        var call = ran.callsOf(mixture.recorded).getFirst();
        try (var files = Files.list(Path.of(RealAsterisk.given(RECORDINGS)).resolve("outpace"))) {
            assertThat(files.filter(file ->
                            file.getFileName().toString().startsWith(call.id().toString())))
                    .singleElement()
                    .satisfies(file -> assertThat(Files.size(file)).isGreaterThan(1_000));
        }
    }

    @Test
    void whomNoAgentTakesInTwoSecondsHearsTheMessageAndIsCounted() {
        var calls = ran.callsOf(mixture.abandoned);
        assertThat(calls).extracting(CampaignCall::cause).containsOnlyOnce(EndCause.ABANDONED, EndCause.NORMAL);
        var call = calls.stream()
                .filter(one -> one.cause() == EndCause.ABANDONED)
                .findFirst()
                .orElseThrow();
        var steps = ran.steps(call);
        assertThat(steps).extracting(CallStep::kind).contains(CallStep.Kind.QUEUE_JOINED, CallStep.Kind.QUEUE_LEFT);
        assertThat(RealCampaigns.at(steps, CallStep.Kind.QUEUE_LEFT))
                .isAfterOrEqualTo(
                        RealCampaigns.at(steps, CallStep.Kind.QUEUE_JOINED).plus(Duration.ofMillis(1_995)));
        assertThat(ran.counts(mixture.abandoned).abandoned()).isEqualTo(1);
    }

    @Test
    void aStopWhileRingingCancelsAndGivesTheTriesBack() {
        assertThat(ran.callsOf(mixture.stopped))
                .hasSize(5)
                .extracting(CampaignCall::cause)
                .containsOnly(EndCause.CANCELLED);
        assertThat(ran.bar(mixture.stopped).idle()).isEqualTo(5);
    }
}
