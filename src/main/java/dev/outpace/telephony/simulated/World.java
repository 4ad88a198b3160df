package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineClock;
import dev.outpace.model.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers, agents and queues have in common: time, chance, the calls that are up, and who is told. */
final class World {
    private static final double NANOS = 1e9;
    private static final long FAR = 0x100_0000_01B3L;
    /** No id of the engine begins so. */
    private static final long UNHEARD = -1;

    private final EngineClock clock;
    private final long seed;
    private final Wire wire;
    private final CarrierLog log;
    private final Map<UUID, SimulatedCall> calls = new LinkedHashMap<>();
    private final Map<UUID, Numbers> numbers = new LinkedHashMap<>();
    /** How often each number was dialed, of campaigns whose people differ. */
    private final Map<UUID, Map<String, Long>> triesOf = new HashMap<>();

    private final long origin;
    private long unheardCalls;
    private WorldSettings settings;
    private People people = (_, _) -> null;
    private Truth truth = Truth.UNHEARD;

    /** Whom a dial meets; null where chance decides. */
    @Nullable
    Person person(UUID campaignId, long ordinal) {
        return people.of(campaignId, ordinal);
    }

    void people(People known) {
        people = known;
    }

    World(EngineClock clock, long seed, Wire wire, CarrierLog log, WorldSettings settings) {
        this.clock = clock;
        this.seed = seed;
        this.wire = wire;
        this.log = log;
        this.settings = settings;
        origin = clock.monotonicNanos();
    }

    EngineClock clock() {
        return clock;
    }

    /** By the exchange's own clock, which is the engine's. */
    Instant now() {
        return clock.wallTime();
    }

    EngineClock.Timer after(double seconds, Runnable task) {
        return clock.schedule(duration(seconds), task);
    }

    static Duration duration(double seconds) {
        return Duration.ofNanos((long) (seconds * NANOS));
    }

    Dice dice(UUID owner, long ordinal) {
        return Dice.of(seed, owner, ordinal);
    }

    Wire wire() {
        return wire;
    }

    CarrierLog log() {
        return log;
    }

    /** Calls without an end, in the order in which they were placed. */
    Map<UUID, SimulatedCall> calls() {
        return calls;
    }

    /** An id for a call of which the engine never hears. */
    UUID unheardCall() {
        return new UUID(UNHEARD, unheardCalls++);
    }

    void numbers(UUID campaignId, Numbers ofCampaign) {
        numbers.put(campaignId, ofCampaign.on(seed, campaignId));
    }

    /** A campaign's own numbers; null where it dials those of the settings. */
    @Nullable
    Numbers numbers(UUID campaignId) {
        return numbers.get(campaignId);
    }

    Truth truth() {
        return truth;
    }

    void truth(Truth listener) {
        truth = listener;
    }

    WorldSettings.Dial dial(@Nullable Numbers own) {
        return own == null ? settings.dial() : own.dial();
    }

    /**
     * The share of dials to such a number that is answered now.
     *
     * @param to any, where each dial of the campaign is another person
     */
    double answered(@Nullable Numbers own, UUID campaignId, Address to) {
        if (own == null) {
            return settings.dial().answered();
        }
        double often = own.spread() == 0 ? 1 : own.often(dice(campaignId, person(to)));
        return own.answered(seconds(), often);
    }

    /** The fate of a campaign's next dial: by the person and his tries, or by the campaign's dials. */
    Dice dice(@Nullable Numbers own, UUID campaignId, long ordinal, Address to) {
        if (own == null || own.spread() == 0) {
            return dice(campaignId, ordinal);
        }
        long tries = triesOf.computeIfAbsent(campaignId, _ -> new HashMap<>()).merge(to.target(), 1L, Long::sum);
        return dice(campaignId, person(to) + tries);
    }

    /** A place for all the dials to one number, far from those of others. */
    private static long person(Address to) {
        long hash = FAR;
        for (int i = 0; i < to.target().length(); i++) {
            hash = (hash ^ to.target().charAt(i)) * FAR;
        }
        return hash;
    }

    /** The share of a campaign's dials that fails now because the network is full. */
    double congested(@Nullable Numbers own) {
        return own == null ? 0 : own.congested(seconds());
    }

    /** Since it began. */
    double seconds() {
        return (clock.monotonicNanos() - origin) / NANOS;
    }

    WorldSettings settings() {
        return settings;
    }

    void settings(WorldSettings newSettings) {
        settings = newSettings;
    }
}
