package dev.outpace.store;

import dev.outpace.model.DoNotCallList;
import dev.outpace.model.RuleLook;
import dev.outpace.model.RuleLook.Held;
import dev.outpace.model.RuleLook.Step;
import dev.outpace.rules.Callee;
import dev.outpace.rules.CallingRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the targets of a list by what calling rules say of them. One thread. */
final class LookTally {
    private final CallingRules rules;
    private final Instant now;
    private final Instant dayBegins;
    private final Instant dayEnds;
    private final Map<Group, Long> groups = new HashMap<>();
    private final Map<RuleKind, Long> barred = new EnumMap<>(RuleKind.class);
    private final Counter laterToday = new Counter();
    private final Counter outsideHours = new Counter();
    private final Counter limited = new Counter();
    private long callable;
    private long inCall;
    private long done;
    private long undialed;

    /** Targets that may be called within the same hours from a minute on. */
    private record Group(Callee callee, Instant from) {}

    private static final class Counter {
        private long targets;
        private @Nullable Instant from;
        private Callee first = Callee.UNKNOWN;

        void add(Callee callee, @Nullable Instant until) {
            targets++;
            var before = from;
            if (until != null && (before == null || until.isBefore(before))) {
                from = until;
                first = callee;
            }
        }

        Held held() {
            return new Held(
                    targets,
                    from,
                    first.region(),
                    first.zones().stream()
                            .map(ZoneId::getId)
                            .min(Comparator.naturalOrder())
                            .orElse(""));
        }
    }

    LookTally(CallingRules rules, Instant now, ZoneId zone) {
        this.rules = rules;
        this.now = now;
        var day = now.atZone(zone).toLocalDate();
        dayBegins = day.atStartOfDay(zone).toInstant();
        dayEnds = day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    void inCall() {
        inCall++;
    }

    void done() {
        done++;
    }

    void undialed() {
        undialed++;
    }

    void callable(Callee callee) {
        callable++;
        group(callee, dayBegins);
    }

    void held(Callee callee, RuleKind by, Instant until) {
        if (by != RuleKind.HOURS) {
            limited.add(callee, until);
            group(callee, wholeMinute(until));
            return;
        }
        (until.isBefore(dayEnds) ? laterToday : outsideHours).add(callee, until);
        group(callee, dayBegins);
    }

    void barred(RuleKind by) {
        switch (by) {
            case HOURS -> outsideHours.add(Callee.UNKNOWN, null);
            case LIMIT, REST -> limited.add(Callee.UNKNOWN, null);
            case DO_NOT_CALL, NO_ZONE, CONSENT -> barred.merge(by, 1L, Long::sum);
        }
    }

    private void group(Callee callee, Instant from) {
        if (from.isBefore(dayEnds)) {
            groups.merge(new Group(callee, from), 1L, Long::sum);
        }
    }

    private static Instant wholeMinute(Instant moment) {
        var minute = moment.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(moment) ? minute : minute.plus(Duration.ofMinutes(1));
    }

    RuleLook look(List<DoNotCallList> tooOld) {
        return new RuleLook(
                now,
                callable,
                laterToday.held(),
                outsideHours.held(),
                limited.held(),
                barred.getOrDefault(RuleKind.DO_NOT_CALL, 0L),
                barred.getOrDefault(RuleKind.NO_ZONE, 0L),
                barred.getOrDefault(RuleKind.CONSENT, 0L),
                inCall,
                done,
                undialed,
                day(),
                tooOld);
    }

    private List<Step> day() {
        var changes = new TreeMap<Instant, Long>();
        changes.put(dayBegins, 0L);
        groups.forEach((group, targets) -> {
            var hours = rules.hours(group.callee());
            boolean open = hours.isOpen(group.from());
            if (open) {
                changes.merge(group.from(), targets, Long::sum);
            }
            var change = hours.nextChange(group.from());
            while (change != null && change.isBefore(dayEnds)) {
                open = !open;
                changes.merge(change, open ? targets : -targets, Long::sum);
                change = hours.nextChange(change);
            }
        });
        var steps = new ArrayList<Step>();
        long now = 0;
        for (var change : changes.entrySet()) {
            now += change.getValue();
            if (steps.isEmpty() || steps.getLast().callable() != now) {
                steps.add(new Step(change.getKey(), now));
            }
        }
        return steps;
    }
}
