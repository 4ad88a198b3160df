package dev.outpace.workspace;

import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outplan;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RuleLook;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.rules.Callee;
import dev.outpace.rules.CallingRules;
import dev.outpace.rules.HoursRule;
import dev.outpace.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What calling rules, stored or being edited, mean for whole lists. */
public final class RuleLooks {
    /** As far as the effect of an edit is looked at. */
    public static final Duration AHEAD = Duration.ofDays(7);

    private final Store store;
    private final Supplier<ResourceBook> book;
    private final ZoneId zone;

    RuleLooks(Store store, Supplier<ResourceBook> book, ZoneId zone) {
        this.store = store;
        this.book = book;
        this.zone = zone;
    }

    /** Where the people of lists are, to be asked about any number of edits. */
    public static final class Places {
        private final Map<Callee, Long> targets;

        private Places(Map<Callee, Long> targets) {
            this.targets = Map.copyOf(targets);
        }
    }

    /** Callable time that an edit takes or gives. */
    public record Window(Instant from, Instant until, ZoneId zone) {}

    /**
     * What an edit of the calling hours changes within {@link #AHEAD}.
     *
     * @param losing targets that may be called for a shorter time, at some moment at least
     * @param firstLost the first time that the first of them lose, by their clock; null if none does. So is {@code firstGained}
     */
    public record Effect(
            long losing,
            @Nullable Window firstLost,
            long gaining,
            @Nullable Window firstGained) {}

    /**
     * Passes through a list, at a million targets within seconds. Blocks its caller; no write waits for it.
     *
     * @param rules need not be stored as they are
     */
    public RuleLook look(UUID outdialId, RuleSet rules, Instant moment) {
        var now = book.get();
        return store.listLooks()
                .look(
                        outdialId,
                        outplan(now, outdialId, rules.id()),
                        new CallingRules(rules, zone),
                        now.doNotCallBy(rules),
                        moment,
                        zone);
    }

    /** The places of the targets that are not done. Blocks its caller as {@link #look} does. */
    public Places places(Collection<UUID> outdialIds, UUID rulesId) {
        var now = book.get();
        var all = new HashMap<Callee, Long>();
        for (var outdialId : outdialIds) {
            store.listLooks()
                    .places(outdialId, outplan(now, outdialId, rulesId))
                    .forEach((callee, targets) -> all.merge(callee, targets, Long::sum));
        }
        return new Places(all);
    }

    /** The lists of the campaigns that use a set. */
    public List<UUID> listsOf(UUID rulesId) {
        return book.get().campaigns().stream()
                .filter(campaign -> campaign.options().rulesId().equals(rulesId))
                .map(Campaign::outdialId)
                .filter(list -> !Ids.isNil(list))
                .distinct()
                .toList();
    }

    /** Computed from hours and holidays alone; limits, rests and consent are left out. */
    public Effect effect(Places places, RuleSet before, RuleSet after, Instant moment) {
        var until = moment.plus(AHEAD);
        long losing = 0;
        long gaining = 0;
        Window lost = null;
        Window gained = null;
        for (var place : places.targets.entrySet()) {
            var callee = place.getKey();
            var zoneThere = callee.zones().stream()
                    .min(Comparator.comparing(ZoneId::getId))
                    .orElse(zone);
            var was = open(HoursRule.of(before, callee, zone), moment, until);
            var is = open(HoursRule.of(after, callee, zone), moment, until);
            var loses = firstWithout(was, is, zoneThere);
            var gains = firstWithout(is, was, zoneThere);
            losing += loses == null ? 0 : place.getValue();
            gaining += gains == null ? 0 : place.getValue();
            lost = earlier(lost, loses);
            gained = earlier(gained, gains);
        }
        return new Effect(losing, lost, gaining, gained);
    }

    private record Span(Instant from, Instant until) {}

    private static List<Span> open(HoursRule hours, Instant from, Instant until) {
        var spans = new ArrayList<Span>();
        var opens = hours.opensAt(from).orElse(until);
        while (opens.isBefore(until)) {
            var closes = hours.closesAt(opens)
                    .filter(moment -> moment.isBefore(until))
                    .orElse(until);
            spans.add(new Span(opens, closes));
            opens = hours.opensAt(closes).orElse(until);
        }
        return spans;
    }

    /** The first time of some spans that is in none of others. */
    private static @Nullable Window firstWithout(List<Span> spans, List<Span> others, ZoneId zone) {
        for (var span : spans) {
            var from = span.from();
            for (var other : others) {
                if (!other.from().isAfter(from) && other.until().isAfter(from)) {
                    from = other.until();
                }
            }
            if (from.isBefore(span.until())) {
                var begins = from;
                var until = others.stream()
                        .map(Span::from)
                        .filter(begin -> begin.isAfter(begins))
                        .reduce(span.until(), (one, next) -> next.isBefore(one) ? next : one);
                return new Window(from, until, zone);
            }
        }
        return null;
    }

    private static @Nullable Window earlier(@Nullable Window one, @Nullable Window other) {
        return one == null || (other != null && other.from().isBefore(one.from())) ? other : one;
    }

    /** Of the campaign that calls the list by these rules, else of any that calls it; each number counts where there is none. */
    private static Outplan outplan(ResourceBook book, UUID outdialId, UUID rulesId) {
        return book.campaigns().stream()
                .filter(campaign -> campaign.outdialId().equals(outdialId))
                .sorted(Comparator.comparing(
                        campaign -> !campaign.options().rulesId().equals(rulesId)))
                .map(campaign -> book.outplan(campaign.outplanId()))
                .filter(outplan -> outplan != null)
                .findFirst()
                .orElseGet(() -> new Outplan(
                        Ids.NIL,
                        "",
                        "",
                        null,
                        0,
                        0,
                        Collections.nCopies(Outplan.DESTINATIONS, Integer.MAX_VALUE),
                        Stamps.NONE,
                        Json.Obj.EMPTY));
    }
}
