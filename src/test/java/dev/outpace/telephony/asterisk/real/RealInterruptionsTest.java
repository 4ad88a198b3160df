package dev.outpace.telephony.asterisk.real;

import static dev.outpace.telephony.asterisk.real.CampaignSetUp.action;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.LineLimits;
import dev.outpace.telephony.asterisk.real.CampaignSetUp.Dialing;
import dev.outpace.workspace.OfflineOrders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Outpace is killed, and Asterisk restarted, in the middle of campaigns: the carrier's own record shows that nobody was called twice
 * at once or too often, and no number was forgotten.
 */
@Tag("asterisk")
class RealInterruptionsTest {
    private static final int MANY = 600;
    private static final List<String> OUTCOMES = List.of("200", "201", "183", "404", "480", "486");

    @TempDir
    private Path folder;

    private final CarrierRecord carrier = CarrierRecord.fromNow();
    private final CampaignMixture mixture = new CampaignMixture();
    private final CampaignSetUp large = new CampaignSetUp();
    private final UUID many = large.campaign(
            "many",
            new Dialing(5_000, 1_000, 1),
            List.of(action(1, "beep", "")),
            "",
            Collections.nCopies(MANY / OUTCOMES.size(), OUTCOMES).stream()
                    .flatMap(List::stream)
                    .toList());

    private Path workspace() {
        return folder.resolve("workspace");
    }

    private void make(CampaignSetUp setUp, UUID... campaigns) throws IOException {
        AsteriskWorkspace.make(workspace(), RealAsterisk.port(), setUp.toString(), new LineLimits(300, 50));
        try (var orders = new OfflineOrders(workspace(), "real calls", new JacksonJson(), Clock.systemUTC())) {
            for (var campaign : campaigns) {
                AsteriskWorkspace.done(orders.start(campaign.toString(), true));
            }
        }
    }

    private void makeMixture() throws IOException {
        make(
                mixture.setUp,
                mixture.outcomes,
                mixture.pressOne,
                mixture.missed,
                mixture.machines,
                mixture.recorded,
                mixture.abandoned);
    }

    private boolean hasCalled(int calls) {
        return carrier.calls().size() >= calls;
    }

    private void endOfMixture(RealCampaigns running) throws InterruptedException {
        running.awaitStopped(mixture.pressOne, mixture.missed, mixture.machines, mixture.recorded, mixture.abandoned);
        running.awaitTargets(
                mixture.outcomes, bar -> bar.doneSuccess() + bar.doneFailed() == 60 - CampaignMixture.CONGESTED);
        running.stopRinging(mixture.outcomes);
        running.close();
    }

    /** The carrier and the workspace tell the same, and each number was called. */
    private void agree(RealCampaigns ran) throws IOException {
        assertThat(ran.audit(carrier, folder.resolve("carrier.jsonl"))).isEmpty();
        assertThat(carrier.timesCalled().keySet()).containsExactlyInAnyOrderElementsOf(ran.numbers());
        assertThat(ran.calls()).allSatisfy(call -> assertThat(call.endedAt()).isNotNull());
    }

    @Test
    void outpaceIsKilledAmongCampaignsOfAllKinds() throws IOException, InterruptedException {
        makeMixture();
        OutpaceProcess.run(workspace()).killWhen(() -> hasCalled(40));
        var running = new RealCampaigns(workspace());
        endOfMixture(running);
        agree(running);
    }

    @Test
    void asteriskIsRestartedAmongCampaignsOfAllKinds() throws IOException, InterruptedException {
        makeMixture();
        var running = new RealCampaigns(workspace());
        running.await("40 calls", () -> hasCalled(40));
        RealAsterisk.startAnew();
        endOfMixture(running);
        agree(running);
    }

    @Test
    void sixHundredCallsAreAccountedForOnBothSides() throws IOException, InterruptedException {
        make(large, many);
        var running = new RealCampaigns(workspace());
        running.awaitStopped(many);
        running.close();
        agree(running);
        assertThat(running.calls()).hasSize(MANY);
        assertThat(carrier.timesCalled()).hasSize(MANY).values().allMatch(times -> times == 1);
        assertThat(running.calls())
                .allSatisfy(call -> assertThat(call.cause())
                        .isEqualTo(CampaignMixture.ENDS.get(call.targetName().substring(0, 3))));
        System.out.println("600 calls, from the order to the carrier: "
                + Quantiles.of(carrier.calls().stream()
                        .map(called -> Duration.between(running.orderedAt(called.number()), called.calledAt()))
                        .toList()));
    }

    @Test
    void sixHundredCallsAreAccountedForThoughBothAreStopped() throws IOException, InterruptedException {
        make(large, many);
        OutpaceProcess.run(workspace()).killWhen(() -> hasCalled(200));
        var running = new RealCampaigns(workspace());
        running.await("400 calls", () -> hasCalled(400));
        RealAsterisk.startAnew();
        running.awaitStopped(many);
        running.close();
        agree(running);
    }
}
