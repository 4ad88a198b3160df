package dev.outpace.rules;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.ConsentRule;
import dev.outpace.model.RegionRules;
import dev.outpace.model.RuleReason;
import dev.outpace.model.RuleReason.After;
import dev.outpace.model.RuleSet;
import dev.outpace.rules.Ruling.MayCall;
import dev.outpace.rules.Ruling.Never;
import dev.outpace.rules.Ruling.NotBefore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A set of rules, ready to be asked. Lists of numbers that are not called are the asker's matter. Any thread may ask. */
public final class CallingRules {
    private final RuleSet set;
    private final ZoneId workspaceZone;
    private final Map<Callee, HoursRule> hours = new ConcurrentHashMap<>();

    /** @param workspaceZone zone of numbers whose own is unknown, where the set says so */
    public CallingRules(RuleSet set, ZoneId workspaceZone) {
        this.set = set;
        this.workspaceZone = workspaceZone;
    }

    public RuleSet set() {
        return set;
    }

    public HoursRule hours(Callee callee) {
        return hours.computeIfAbsent(callee, one -> HoursRule.of(set, one, workspaceZone));
    }

    /** How long a dial counts for any limit of the set; zero for a set without limits. */
    public Duration longestLimit() {
        return Stream.concat(
                        Stream.of(set.attempts()),
                        set.regions().values().stream()
                                .map(RegionRules::attempts)
                                .filter(Objects::nonNull))
                .flatMap(Collection::stream)
                .map(AttemptLimit::within)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /**
     * Whether a number may be called now. What never allows it counts before what only allows it later; of the latter the last
     * one counts, and a limit or rest that ends outside the hours holds until they open.
     */
    public Ruling ruling(Callee callee, Done done, Consent consent, Instant now) {
        var times = hours(callee);
        if (times.zoneMissing()) {
            return new Never(new RuleReason.ZoneUnknown());
        }
        var withoutConsent = withoutConsent(callee, consent, now);
        if (withoutConsent != null) {
            return new Never(withoutConsent);
        }
        var held = held(callee, done, now);
        var opens = times.opensAt(now);
        if (opens.isEmpty()) {
            return new Never(times.whyClosed(now, null));
        }
        if (held == null || !held.until().isAfter(opens.get())) {
            return opens.get().equals(now)
                    ? new MayCall()
                    : new NotBefore(opens.get(), times.whyClosed(now, opens.get()));
        }
        return times.opensAt(held.until())
                .<Ruling>map(until -> new NotBefore(until, held.reason()))
                .orElseGet(() -> new Never(times.whyClosed(held.until(), null)));
    }

    /** The limit or rest that holds longest; null if none holds now. */
    private @Nullable NotBefore held(Callee callee, Done done, Instant now) {
        var all = new ArrayList<NotBefore>();
        for (var limit : set.attemptsIn(callee.region())) {
            limited(
                    callee,
                    limit,
                    limit.per() == AttemptLimit.Per.NUMBER ? done.toNumber() : done.toPerson(),
                    now,
                    all);
        }
        var rest = set.rest();
        resting(After.CONVERSATION, done.conversation(), rest.conversation(), all);
        resting(After.REFUSAL, done.refusal(), rest.refusal(), all);
        resting(After.ABANDON, done.abandon(), rest.abandon(), all);
        return all.stream()
                .filter(one -> one.until().isAfter(now))
                .max(Comparator.comparing(NotBefore::until))
                .orElse(null);
    }

    /** The limit ends when the oldest of its newest calls leaves the window, whose start is not a part of it. */
    private static void limited(
            Callee callee, AttemptLimit limit, List<Instant> dials, Instant now, List<NotBefore> into) {
        if (dials.size() < limit.max()) {
            return;
        }
        var oldest = dials.stream()
                .sorted(Comparator.reverseOrder())
                .skip(limit.max() - 1L)
                .findFirst()
                .orElseThrow();
        var until = oldest.plus(limit.within());
        if (until.isAfter(now)) {
            into.add(new NotBefore(until, new RuleReason.LimitReached(callee.region(), limit)));
        }
    }

    private static void resting(After after, @Nullable Instant since, Duration rest, List<NotBefore> into) {
        if (since != null && !rest.isZero()) {
            into.add(new NotBefore(since.plus(rest), new RuleReason.Resting(after, since)));
        }
    }

    /** What is missing of a consent; null for nothing. The day must be one of it in every zone where the person may be. */
    public @Nullable RuleReason withoutConsent(Callee callee, Consent consent, Instant now) {
        ConsentRule rule = set.consent();
        if (rule == null) {
            return null;
        }
        var given = consent.given();
        var lastDay = consent.lastDay(rule);
        var zones = callee.zones().isEmpty() ? Set.of(workspaceZone) : callee.zones();
        boolean expired = false;
        for (var zone : zones) {
            var today = now.atZone(zone).toLocalDate();
            if (given == null || today.isBefore(given)) {
                return new RuleReason.WithoutConsent(null);
            }
            expired |= today.isAfter(lastDay);
        }
        return expired ? new RuleReason.WithoutConsent(lastDay) : null;
    }
}
