package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.CallFloor;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment.Remark;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.Queue;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two campaigns on a queue of ten agents, one of which is seldom answered; lines of both ring. */
class OutlookTest {
    private static final UUID QUEUE = new UUID(1, 2);
    private static final int AGENTS = 10;
    private static final long SECOND = 1_000_000_000L;
    private static final List<Double> PARTS = List.of(0.0, 0.1, 0.5, 0.9, 1.0);

    private final PacingMemory memory = new PacingMemory((_, _) -> {});
    private final CallFloor floor = new CallFloor(() -> now(), memory::learnFrom);
    private final CampaignFloor few;
    private final CampaignFloor many;
    private final Outlook outlook;
    private long now;

    OutlookTest() {
        var book = new ResourceBook();
        book.put(new Queue(QUEUE, "", "", "", List.of(QUEUE), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY));
        for (int i = 0; i < AGENTS; i++) {
            book.put(new Agent(
                    new UUID(2, i),
                    "",
                    "",
                    "",
                    "",
                    AgentStatus.OFFLINE,
                    0,
                    List.of(QUEUE),
                    List.of(),
                    Stamps.NONE,
                    Json.Obj.EMPTY));
        }
        floor.assign(book, Instant.EPOCH);
        few = campaign(1);
        many = campaign(2);
        outlook = memory.of(few.queue()).outlook;
        learn(few, 20);
        learn(many, 2);
        for (int i = 0; i < AGENTS; i++) {
            floor.changed(new UUID(2, i), AgentStatus.AVAILABLE, false, AwayReason.BREAK, Remark.NONE, Instant.EPOCH);
        }
        for (int i = 0; i < 6; i++) {
            floor.dialed(floor.line(many, QUEUE, false));
            floor.dialed(floor.line(few, QUEUE, false));
        }
        now += SECOND;
    }

    private long now() {
        return now;
    }

    private CampaignFloor campaign(int number) {
        var campaign = floor.campaign(new UUID(1, 10 + number), QUEUE, () -> {});
        memory.setAdaptive(campaign, PacingChoice.adaptive(0.03));
        return campaign;
    }

    /** Every so many dials one is answered. */
    private void learn(CampaignFloor campaign, int every) {
        for (int i = 0; i < 400; i++) {
            var line = floor.line(campaign, QUEUE, false);
            floor.dialed(line);
            if (i % every == 0) {
                now += (4 + i % 10) * SECOND;
                floor.answered(line, true);
                floor.queued(line);
                floor.served(line);
            } else {
                now += 25 * SECOND;
                floor.unanswered(line);
            }
        }
    }

    private double after(double free, double part) {
        return outlook.chanceOfAbandon(free, few, many, part);
    }

    @Test
    void aLineMoreRaisesTheChanceAndAPartOfItLess() {
        assertThat(few.queue().agents(AgentPhase.FREE)).isEqualTo(AGENTS);
        for (int free = 1; free < 6; free++) {
            for (int i = 1; i < PARTS.size(); i++) {
                assertThat(after(free, PARTS.get(i)))
                        .as("%s free, a part of %s", free, PARTS.get(i))
                        .isGreaterThan(after(free, PARTS.get(i - 1)));
            }
        }
    }

    /** Whether the answer is known from the chances with no more line and with a whole one, or not. */
    @Test
    void staysWithinALimitExactlyWhereTheChanceWithThePartDoes() {
        int between = 0;
        for (int free = 1; free < 7; free++) {
            double none = after(free, 0);
            double whole = after(free, 1);
            for (double part : PARTS) {
                double chance = after(free, part);
                for (double limit : List.of(
                        0.0,
                        none - 1e-9,
                        none,
                        (none + chance) / 2,
                        chance - 1e-9,
                        chance,
                        (chance + whole) / 2,
                        whole,
                        1.0)) {
                    between += limit >= none && limit < whole ? 1 : 0;
                    assertThat(outlook.staysWithin(limit, free, few, many, part))
                            .as("%s free, a part of %s, limit %s, chance %s", free, part, limit, chance)
                            .isEqualTo(chance <= limit);
                }
            }
        }
        assertThat(between).as("limits between no more line and a whole one").isGreaterThan(50);
    }
}
