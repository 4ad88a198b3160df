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
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign that is tried with one number: the carrier sees exactly one call. */
@Tag("asterisk")
class RealTrialTest {
    @TempDir
    private Path folder;

    private final CarrierRecord carrier = CarrierRecord.fromNow();
    private final CampaignSetUp setUp = new CampaignSetUp();
    private final UUID campaign = setUp.campaign(
            "tried", new Dialing(5_000, 1_000, 2), List.of(action(1, "beep", "")), "", Collections.nCopies(5, "200"));

    private Path workspace() {
        return folder.resolve("workspace");
    }

    /** As {@code outpace start --real --try 1} does. */
    private void tryOne() throws IOException {
        AsteriskWorkspace.make(workspace(), RealAsterisk.port(), setUp.toString(), new LineLimits(60, 20));
        try (var orders = new OfflineOrders(workspace(), "real calls", new JacksonJson(), Clock.systemUTC())) {
            AsteriskWorkspace.done(orders.start(campaign.toString(), true, true));
        }
    }

    private void endsWithOneCall() throws InterruptedException {
        var running = new RealCampaigns(workspace());
        running.awaitStopped(campaign);
        running.close();
        assertThat(running.calls()).hasSize(1);
        assertThat(carrier.calls()).hasSize(1);
    }

    @Test
    void aTrialIsOneCall() throws IOException, InterruptedException {
        tryOne();
        endsWithOneCall();
    }

    @Test
    void aTrialIsOneCallAlsoOverAKill() throws IOException, InterruptedException {
        tryOne();
        OutpaceProcess.run(workspace()).killWhen(() -> !carrier.calls().isEmpty());
        endsWithOneCall();
    }
}
