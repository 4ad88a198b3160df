package dev.outpace.workspace;

import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RuleSet;
import dev.outpace.rules.Callee;
import dev.outpace.rules.Callees;
import dev.outpace.rules.HoursRule;
import dev.outpace.workspace.ImportForecast.Callable;
import dev.outpace.workspace.ImportForecast.Opening;
import dev.outpace.workspace.ImportForecast.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the people of the rows of a file are, and when the hours of a set of rules let them be called. One thread. */
final class ImportPlaces {
    private final @Nullable RuleSet rules;
    private final ZoneId zone;
    private final Instant now;
    private final Callees callees = new Callees();
    private final Map<Callee, Long> counts = new HashMap<>();
    private long byColumn;
    private long byNumber;

    /**
     * @param rules null for none
     * @param zone of the workspace
     * @param now when they would be called
     */
    ImportPlaces(@Nullable RuleSet rules, ZoneId zone, Instant now) {
        this.rules = rules;
        this.zone = zone;
        this.now = now;
    }

    void add(OutdialTarget target) {
        var first = target.destinations().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        var routing = target.routing();
        var callee = callees.of(first, routing);
        counts.merge(callee, 1L, Long::sum);
        if (!callee.zones().isEmpty()) {
            boolean said = !routing.zone().isEmpty();
            byColumn += said ? 1 : 0;
            byNumber += said ? 0 : 1;
        }
    }

    Zones zones() {
        var zones = new HashMap<String, Long>();
        counts.forEach((callee, count) -> zones.merge(name(callee), count, Long::sum));
        long unknown = Objects.requireNonNullElse(zones.remove(""), 0L);
        var sorted = zones.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
        return new Zones(sorted, byColumn, byNumber, unknown);
    }

    private static String name(Callee callee) {
        return callee.zones().stream().map(ZoneId::getId).sorted().collect(Collectors.joining(" "));
    }

    @Nullable
    Callable callable() {
        var set = rules;
        if (set == null) {
            return null;
        }
        long open = 0;
        long later = 0;
        long notToday = 0;
        var openings = new HashMap<String, Map<Instant, Long>>();
        for (var entry : counts.entrySet()) {
            var hours = HoursRule.of(set, entry.getKey(), zone);
            var opens = hours.opensAt(now).orElse(null);
            if (hours.isOpen(now)) {
                open += entry.getValue();
            } else if (opens != null && isToday(opens)) {
                later += entry.getValue();
                openings.computeIfAbsent(name(entry.getKey()), _ -> new HashMap<>())
                        .merge(opens, entry.getValue(), Long::sum);
            } else {
                notToday += entry.getValue();
            }
        }
        return new Callable(set.name(), open, later, notToday, sorted(openings));
    }

    private boolean isToday(Instant moment) {
        return moment.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    }

    private static List<Opening> sorted(Map<String, Map<Instant, Long>> openings) {
        var all = new ArrayList<Opening>();
        openings.forEach((zone, moments) -> moments.forEach((at, count) -> all.add(new Opening(zone, at, count))));
        all.sort(Comparator.comparing(Opening::at).thenComparing(Opening::zone));
        return List.copyOf(all);
    }
}
