package dev.outpace.floor;

import dev.outpace.model.Ids;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The present state of one queue. The object stays when the queue is deleted, and then has no agents. */
public final class QueueFloor implements AgentPool {
    /** Largest rounding error of a sum of shares. */
    private static final double ROUNDING = 1e-9;

    private final UUID id;
    private final LongSupplier clock;
    final Staff staff = new Staff();
    /** Those agents who also serve other queues. */
    final Staff sharedStaff = new Staff();

    final Listeners listeners = new Listeners();
    /** Copied at each change, as it is read far more often. */
    private List<CampaignFloor> campaigns = List.of();

    private final Map<CampaignFloor, LinesByAge> ringing = new HashMap<>();
    /** Those of them that are not empty. */
    private final List<LinesByAge> ringingNow = new ArrayList<>();

    private final BitSet lineNumbers = new BitSet();
    private final List<QueueFloor> itself = List.of(this);
    private boolean exists;

    /** The agents shared with other queues; null if there are none. */
    private @Nullable SharedPeople shared;

    private List<QueueUnion> unions = List.of();

    private int dialing;
    private int dialingWithAgent;
    private int waiting;
    /** Callers whom no campaign called. */
    private int othersWaiting;

    private boolean othersAreTold;
    private int unserved;
    private long dialed;
    private long answered;
    private long abandoned;
    private long lineChanges;
    private long told;
    private long campaignChanges;

    /** Callers who need an agent here now or were promised one. */
    private int promised;
    /** Answered callers whose flow may come here, by the stage of the flow. */
    private final Map<Place, LinesByAge> inFlow = new HashMap<>();

    private final List<LinesByAge> inFlowNow = new ArrayList<>();

    /** What {@link #reserved} was at that number of changes. */
    private int reserved;

    private long reservedWith = -1;

    private record Place(CampaignFloor campaign, UUID stage) {}

    QueueFloor(UUID id, LongSupplier clock) {
        this.id = id;
        this.clock = clock;
    }

    public UUID id() {
        return id;
    }

    /** False if the queue was deleted or never existed. */
    public boolean exists() {
        return exists;
    }

    void exists(boolean now) {
        exists = now;
    }

    /** The campaigns that this queue paces. */
    public List<CampaignFloor> campaigns() {
        return campaigns;
    }

    /** How often a campaign came or left. */
    public long campaignChanges() {
        return campaignChanges;
    }

    void comes(CampaignFloor campaign) {
        lineChanges++;
        campaignChanges++;
        var more = new ArrayList<>(campaigns);
        more.add(campaign);
        campaigns = List.copyOf(more);
    }

    void leaves(CampaignFloor campaign) {
        lineChanges++;
        campaignChanges++;
        var less = new ArrayList<>(campaigns);
        less.remove(campaign);
        campaigns = List.copyOf(less);
        forgetIfGone(campaign);
    }

    /** Drops the line ages of a campaign that left the queue, once its last line here stops ringing. */
    private void forgetIfGone(CampaignFloor campaign) {
        var lines = ringing.get(campaign);
        if (lines != null && lines.count() == 0 && !campaigns.contains(campaign)) {
            ringing.remove(campaign);
            lineNumbers.clear(lines.number());
        }
    }

    void connected(@Nullable SharedPeople withOthers, List<QueueUnion> unionsWithThem) {
        shared = withOthers;
        unions = List.copyOf(unionsWithThem);
    }

    boolean isConnected() {
        return shared != null;
    }

    /** The queues that agents connect with this one, this one included. */
    public List<QueueFloor> connected() {
        return shared == null ? itself : shared.queues();
    }

    /**
     * The unions of this queue with others, the largest first. A call here may find no agent because of a call in another queue
     * of a union.
     */
    public List<QueueUnion> unions() {
        return unions;
    }

    @Override
    public List<QueueFloor> queues() {
        return itself;
    }

    @Override
    public long now() {
        return clock.getAsLong();
    }

    @Override
    public int agents(AgentPhase phase) {
        return staff.in(phase);
    }

    @Override
    public int loggedIn() {
        return staff.loggedIn();
    }

    @Override
    public long othersTaken() {
        return staff.othersTaken();
    }

    @Override
    public void forEach(AgentPhase phase, DoubleConsumer seconds) {
        staff.forEach(phase, now(), seconds);
    }

    int free() {
        return staff.in(AgentPhase.FREE);
    }

    int freeShared() {
        return sharedStaff.in(AgentPhase.FREE);
    }

    /** Free agents minus the reserved ones, never below 0: the number that the published rule compares. */
    public int available() {
        return exists ? Math.max(0, free() - reserved()) : 0;
    }

    /** Whether an agent is free who is not needed for any dialing call. */
    public boolean canKeepAgent() {
        int elsewhere = shared == null ? 0 : shared.neededElsewhere(this, 100, true);
        return 100L * available() - elsewhere > 100L * dialingWithoutAgent();
    }

    /** The part of the available agents that calls of other queues need at a service level, in hundredths of an agent. */
    public int neededElsewhere(int serviceLevel) {
        return shared == null || !exists ? 0 : shared.neededElsewhere(this, serviceLevel, false);
    }

    /** Whether its calls need agents who also serve other queues. */
    public boolean needsShared(int serviceLevel) {
        return SharedPeople.needsOthers(this, serviceLevel);
    }

    @Override
    public int dialing() {
        return dialing;
    }

    int dialingWithoutAgent() {
        return dialing - dialingWithAgent;
    }

    @Override
    public int waiting() {
        return waiting + othersWaiting;
    }

    @Override
    public boolean othersAreTold() {
        return othersAreTold;
    }

    /** @param callers whom no campaign called, and for whom no phone rings */
    void othersWait(int callers) {
        lineChanges++;
        othersWaiting = callers;
        othersAreTold = true;
        tellCampaigns();
    }

    /** Answered callers without an agent who are on their way here or waiting. */
    public int unserved() {
        return unserved;
    }

    /** Over all time. */
    public long dialed() {
        return dialed;
    }

    /** Over all time. */
    public long answered() {
        return answered;
    }

    /** Over all time. */
    public long abandoned() {
        return abandoned;
    }

    /** The ringing lines that this queue paced, by campaign; of campaigns that have any. Read-only. */
    public List<LinesByAge> ringing() {
        return ringingNow;
    }

    /** Callers in the flow count by the share of callers who came from their stage to a queue; the sum is rounded up. */
    @Override
    public int reserved() {
        if (inFlow.isEmpty()) {
            return promised();
        }
        if (reservedWith != lineChanges) {
            reservedWith = lineChanges;
            double expected = 0;
            for (int i = 0; i < inFlowNow.size(); i++) {
                var lines = inFlowNow.get(i);
                expected += lines.count() * lines.campaign().shareToQueue(Objects.requireNonNull(lines.stage()));
            }
            reserved = promised() + (int) Math.ceil(expected - ROUNDING);
        }
        return reserved;
    }

    @Override
    public int promised() {
        return promised + othersWaiting;
    }

    /** Answered callers whose flow may come here, by campaign and stage. Read-only. */
    public List<LinesByAge> inFlow() {
        return inFlowNow;
    }

    @Override
    public long changes() {
        return staff.changes() + lineChanges;
    }

    /** Called when a campaign of this queue begins or ceases to want to dial. */
    void wantsToDialChanged() {
        lineChanges++;
    }

    long lineChanges() {
        return lineChanges;
    }

    @Override
    public void listen(FloorListener listener) {
        listeners.add(listener);
    }

    void reserve(Line line) {
        lineChanges++;
        var stage = line.stage;
        if (stage == null) {
            promised++;
        } else {
            var lines = inFlow.computeIfAbsent(
                    new Place(line.campaign(), stage), place -> lines(place.campaign(), place.stage()));
            lines.begins(line.stageSince);
            if (lines.count() == 1) {
                inFlowNow.add(lines);
            }
            tell(listener -> listener.standsInFlow(line.campaign(), stage));
        }
    }

    /** Tells those who learn from this queue or from a union that it is in. */
    void tell(Consumer<FloorListener> what) {
        listeners.tell(what);
        for (int i = 0; i < unions.size(); i++) {
            unions.get(i).listeners.tell(what);
        }
    }

    void release(Line line) {
        lineChanges++;
        var stage = line.stage;
        if (stage == null) {
            promised--;
            return;
        }
        var place = new Place(line.campaign(), stage);
        var lines = Objects.requireNonNull(inFlow.get(place));
        lines.ends(line.stageSince);
        if (lines.count() == 0) {
            inFlow.remove(place);
            inFlowNow.remove(lines);
            lineNumbers.clear(lines.number());
        }
    }

    /** The callers of a campaign in the flow count otherwise now. */
    void sharesChanged(CampaignFloor campaign) {
        for (var lines : inFlowNow) {
            if (lines.campaign() == campaign) {
                lineChanges++;
                tellCampaigns();
                return;
            }
        }
    }

    void dials(Line line) {
        lineChanges++;
        dialed++;
        dialing++;
        dialingWithAgent += line.keepsAgent() ? 1 : 0;
        var lines = ringing.computeIfAbsent(line.campaign(), campaign -> lines(campaign, null));
        lines.begins(line.dialedAt);
        if (lines.count() == 1) {
            ringingNow.add(lines);
        }
    }

    private LinesByAge lines(CampaignFloor campaign, @Nullable UUID stage) {
        int number = lineNumbers.nextClearBit(0);
        lineNumbers.set(number);
        return new LinesByAge(campaign, stage, number);
    }

    void stopsDialing(Line line) {
        lineChanges++;
        dialing--;
        dialingWithAgent -= line.keepsAgent() ? 1 : 0;
        var lines = Objects.requireNonNull(ringing.get(line.campaign()));
        lines.ends(line.dialedAt);
        if (lines.count() == 0) {
            ringingNow.remove(lines);
            forgetIfGone(line.campaign());
        }
    }

    void answers(Line line, boolean expected) {
        answered++;
        expects(line, expected);
    }

    void expects(Line line, boolean expected) {
        lineChanges++;
        unserved += (expected ? 1 : 0) - (line.expected ? 1 : 0);
        line.expected = expected;
    }

    void waits(Line line, boolean waits) {
        lineChanges++;
        waiting += (waits ? 1 : 0) - (line.waiting ? 1 : 0);
        line.waiting = waits;
    }

    void abandons() {
        lineChanges++;
        abandoned++;
    }

    /** Tells all campaigns whose decisions depend on this queue. Campaigns without a queue depend on none. */
    void tellCampaigns() {
        if (isNone()) {
            return;
        }
        var all = connected();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).told++;
        }
    }

    /** How often the campaigns of this queue were told of a change that their decisions may depend on. */
    public long told() {
        return told;
    }

    /** Whether it stands for no queue, and so paces nothing. */
    public boolean isNone() {
        return Ids.isNil(id);
    }
}
