package dev.outpace.simulation.baseline;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.PacingPolicy;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What the code of the published platform does, which differs from its documentation. It places one call if floor(available ×
 * service_level / 100) > dialing, so a higher level dials more. It decides again 0.5 s after a call and 5 s after none. Agents
 * who are reserved for an answered caller count as available.
 */
public final class VoipbinCode implements PacingPolicy, FloorListener {
    private static final long AFTER_CALL = Duration.ofMillis(500).toNanos();
    private static final long AFTER_NONE = Duration.ofSeconds(5).toNanos();
    private static final int PERCENT = 100;

    private final CampaignFloor campaign;
    private final QueueFloor queue;
    private final Waker waker;
    private final long level;
    private boolean open;

    /** @param level percent; higher dials more */
    public VoipbinCode(CampaignFloor campaign, QueueFloor queue, Waker waker, double level) {
        this.campaign = campaign;
        this.queue = queue;
        this.waker = waker;
        this.level = (long) level;
        queue.listen(this);
        waker.after(0, this::openForCall);
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        return open;
    }

    private void openForCall() {
        open = lines() > campaign.dialing();
        if (!open) {
            waker.after(AFTER_NONE, this::openForCall);
        }
    }

    private long lines() {
        return queue.agents(AgentPhase.FREE) * level / PERCENT;
    }

    @Override
    public void dialed(Line line) {
        if (line.campaign() == campaign) {
            open = false;
            waker.after(AFTER_CALL, this::openForCall);
        }
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return OptionalInt.of(Math.toIntExact(lines()));
    }
}
