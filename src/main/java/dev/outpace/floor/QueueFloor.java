package dev.outpace.floor;

import dev.outpace.model.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One queue right now. It stays when the queue is deleted, and then has no agents. */
public final class QueueFloor implements AgentPool {
    /** What adding up shares may be off by. */
    private static final double ROUNDING = 1e-9;

    private final UUID id;
    private final LongSupplier clock;
    final Staff staff = new Staff();
    /** Those of them who serve other queues, too. */
    final Staff sharedStaff = new Staff();

    final Listeners listeners = new Listeners();
    private final List<CampaignFloor> campaigns = new ArrayList<>();
    private final Map<CampaignFloor, RingingLines> ringing = new LinkedHashMap<>();
    private final List<QueueFloor> itself = List.of(this);
    private boolean exists;

    /** The people of this and other queues, where some serve several of them; null where nobody does. */
    private @Nullable SharedPeople shared;

    private List<QueueUnion> unions = List.of();

    private int dialing;
    private int dialingWithAgent;
    private int waiting;
    private int unserved;
    private long dialed;
    private long answered;
    private long abandoned;
    private long lineChanges;

    /** Answered callers on their way here who need an agent. */
    private int reserved;
    /** Answered callers whose flow still branches before it comes here, by campaign. */
    private final Map<CampaignFloor, Integer> undecided = new LinkedHashMap<>();

    QueueFloor(UUID id, LongSupplier clock) {
        this.id = id;
        this.clock = clock;
    }

    public UUID id() {
        return id;
    }

    /** False once the queue is deleted, or where it never was. */
    public boolean exists() {
        return exists;
    }

    void exists(boolean now) {
        exists = now;
    }

    /** Campaigns that it paces. */
    public List<CampaignFloor> campaigns() {
        return campaigns;
    }

    void connected(@Nullable SharedPeople withOthers, List<QueueUnion> unionsWithThem) {
        shared = withOthers;
        unions = List.copyOf(unionsWithThem);
    }

    boolean isConnected() {
        return shared != null;
    }

    /** The queues that people connect with this one, itself among them; only itself where nobody serves another. */
    public List<QueueFloor> connected() {
        return shared == null ? itself : shared.queues();
    }

    /** This and other queues together that people connect, the largest first: a call here may find nobody because of a call there. */
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
    public void forEach(AgentPhase phase, DoubleConsumer seconds) {
        staff.forEach(phase, now(), seconds);
    }

    int free() {
        return staff.in(AgentPhase.FREE);
    }

    int freeShared() {
        return sharedStaff.in(AgentPhase.FREE);
    }

    /** Free agents less the reserved ones, never below 0; what the published rule compares. */
    public int available() {
        return exists ? Math.max(0, free() - reserved()) : 0;
    }

    /** Whether an agent is free whom no call that dials now may need. */
    public boolean canKeepAgent() {
        int elsewhere = shared == null ? 0 : shared.neededElsewhere(this, 100, true);
        return 100L * available() - elsewhere > 100L * dialingWithoutAgent();
    }

    /** Hundredths of an agent, of those available here, that calls of other queues need at a service level. */
    public int neededElsewhere(int serviceLevel) {
        return shared == null || !exists ? 0 : shared.neededElsewhere(this, serviceLevel, false);
    }

    /** Whether its calls need people who serve other queues, too. */
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
        return waiting;
    }

    /** Answered callers on their way here or waiting, whom no agent has yet. */
    public int unserved() {
        return unserved;
    }

    /** All time. */
    public long dialed() {
        return dialed;
    }

    /** All time. */
    public long answered() {
        return answered;
    }

    /** All time. */
    public long abandoned() {
        return abandoned;
    }

    /** Lines that it paced, of each campaign that ever had one. */
    public Iterable<RingingLines> ringing() {
        return ringing.values();
    }

    /** Agents kept free: the undecided count by the share of those who came so far, together rounded up. */
    @Override
    public int reserved() {
        if (undecided.isEmpty()) {
            return reserved;
        }
        double expected = 0;
        for (var entry : undecided.entrySet()) {
            expected += entry.getValue() * entry.getKey().shareThatJoins();
        }
        return reserved + (int) Math.ceil(expected - ROUNDING);
    }

    @Override
    public long changes() {
        return staff.changes() + lineChanges;
    }

    long lineChanges() {
        return lineChanges;
    }

    @Override
    public void listen(FloorListener listener) {
        listeners.add(listener);
    }

    void reserve(CampaignFloor campaign, boolean byShare) {
        lineChanges++;
        if (byShare) {
            undecided.merge(campaign, 1, Integer::sum);
        } else {
            reserved++;
        }
    }

    void release(CampaignFloor campaign, boolean byShare) {
        lineChanges++;
        if (byShare) {
            undecided.computeIfPresent(campaign, (_, count) -> count == 1 ? null : count - 1);
        } else {
            reserved--;
        }
    }

    void dials(Line line) {
        lineChanges++;
        dialed++;
        dialing++;
        dialingWithAgent += line.keepsAgent() ? 1 : 0;
        ringing.computeIfAbsent(line.campaign(), RingingLines::new).begins(line.dialedAt);
    }

    void stopsDialing(Line line) {
        lineChanges++;
        dialing--;
        dialingWithAgent -= line.keepsAgent() ? 1 : 0;
        ringing.computeIfAbsent(line.campaign(), RingingLines::new).ends(line.dialedAt, now());
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

    /** Tells all whose decisions depend on the people and calls of this queue; those without a queue depend on none. */
    void tellCampaigns() {
        if (Ids.isNil(id)) {
            return;
        }
        var all = connected();
        for (int i = 0; i < all.size(); i++) {
            var some = all.get(i).campaigns;
            for (int j = 0; j < some.size(); j++) {
                some.get(j).changed();
            }
        }
    }
}
