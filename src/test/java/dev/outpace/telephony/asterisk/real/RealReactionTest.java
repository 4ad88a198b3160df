package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CallStep;
import dev.outpace.model.LineLimits;
import dev.outpace.telephony.asterisk.real.CampaignSetUp.Dialing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from the end of an agent's wrap-up until the carrier is asked for the next number, through the whole program.
 * Each agent has a campaign of his own, so that it is known for whom a number was dialed.
 */
@Tag("asterisk")
class RealReactionTest {
    private static final int AGENTS = 20;
    private static final int FIRST_PHONE = 101;
    private static final int NUMBERS = 5;
    private static final Duration WRAP_UP = Duration.ofSeconds(1);

    @Test
    void theNextNumberIsDialedForAnAgentWhoIsReadyAgain(@TempDir Path folder) throws IOException, InterruptedException {
        var setUp = new CampaignSetUp();
        var campaigns = new ArrayList<UUID>();
        for (int agent = 0; agent < AGENTS; agent++) {
            var queue = setUp.queue((int) WRAP_UP.toMillis(), FIRST_PHONE + agent);
            campaigns.add(setUp.campaign(
                    "Agent " + agent,
                    new Dialing(20_000, 60_000, 1),
                    List.of(),
                    CampaignSetUp.inQueue(queue, 100),
                    Collections.nCopies(NUMBERS, CampaignMixture.ANSWERS)));
        }
        var carrier = CarrierRecord.fromNow();
        AsteriskWorkspace.make(folder, RealAsterisk.port(), setUp.toString(), new LineLimits(200, 50));
        var running = new RealCampaigns(folder);
        var all = campaigns.toArray(UUID[]::new);
        running.start(all);
        running.awaitStopped(all);
        running.close();

        var waits = new ArrayList<Duration>();
        for (var campaign : campaigns) {
            var calls = running.callsOf(campaign);
            assertThat(calls).hasSize(NUMBERS);
            for (int i = 1; i < NUMBERS; i++) {
                var ready = RealCampaigns.at(running.steps(calls.get(i - 1)), CallStep.Kind.AGENT_RELEASED)
                        .plus(WRAP_UP);
                waits.add(Duration.between(ready, carrier.calledAt(CarrierRecord.digits(calls.get(i)))));
            }
        }
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isPositive());
        System.out.println("from an agent's wrap-up to the next number at the carrier: " + Quantiles.of(waits));
    }
}
