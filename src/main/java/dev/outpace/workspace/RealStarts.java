package dev.outpace.workspace;

import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.model.LineLimits;
import dev.outpace.model.NextTargets;
import dev.outpace.model.NumberRest;
import dev.outpace.model.Outdial;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.TargetBar;
import dev.outpace.store.Store;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Real phones ring for a campaign only after a person has confirmed its first start with real calls. Any thread. */
final class RealStarts {
    private static final String SETTING = "real_starts";

    private final Store store;
    private final JsonText json;
    private final Clock clock;
    /** Empty where nobody is really called. */
    private final Optional<AsteriskConnection> connection;

    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

    /** Reads the settings; may block. */
    RealStarts(Store store, JsonText json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        connection = TelephonyKind.of(store) == TelephonyKind.SIMULATED
                ? Optional.empty()
                : new AsteriskText(store, json).read();
        if (store.setting(SETTING).join().map(this::read).orElse(new Json.Null()) instanceof Json.Array(var items)) {
            for (var item : items) {
                if (item instanceof Json.Text(var id)) {
                    confirmed.add(id);
                }
            }
        }
    }

    /** Also those that start in turn after the campaign. Completes when it is stored. */
    CompletableFuture<Boolean> confirm(Campaign campaign, ResourceBook book) {
        unconfirmed(campaign, book).forEach(one -> confirmed.add(one.id().toString()));
        var all = new Json.Array(
                confirmed.stream().sorted().<Json>map(Json.Text::new).toList());
        return store.saveSetting(SETTING, json.write(all));
    }

    /** What can't be read confirms nothing. */
    private Json read(String text) {
        try {
            return json.read(text);
        } catch (IllegalArgumentException unreadable) {
            return new Json.Null();
        }
    }

    private boolean needsNone(Campaign campaign) {
        return connection.isEmpty()
                || campaign.type() != CampaignType.CALL
                || confirmed.contains(campaign.id().toString());
    }

    /** Those of a chain that would ring real phones unconfirmed, the given campaign first; the chain may be a circle. */
    private List<Campaign> unconfirmed(Campaign first, ResourceBook book) {
        return chain(first, book).stream()
                .filter(campaign -> !needsNone(campaign))
                .toList();
    }

    /** A campaign, and those that start in turn after it. */
    static List<Campaign> chain(Campaign first, ResourceBook book) {
        var seen = new LinkedHashMap<UUID, Campaign>();
        Campaign next = first;
        while (next != null && seen.putIfAbsent(next.id(), next) == null) {
            next = book.campaign(next.nextCampaignId());
        }
        return List.copyOf(seen.values());
    }

    /** Whether every campaign that is set to run may ring real phones, where there are any, and what follows it, too. */
    boolean allConfirmed(ResourceBook book) {
        return book.campaigns().stream()
                .allMatch(campaign -> campaign.status() == CampaignStatus.STOP
                        || unconfirmed(campaign, book).isEmpty());
    }

    /** The same, where some are started for one call only, which was confirmed for each. */
    boolean allConfirmed(ResourceBook book, Trials trials) {
        return book.campaigns().stream()
                .allMatch(campaign -> campaign.status() == CampaignStatus.STOP
                        || trials.has(campaign.id())
                        || unconfirmed(campaign, book).isEmpty());
    }

    /** Whether an edit would let a campaign that runs lead to calls that nobody has confirmed. */
    boolean wouldRing(Campaign edited, ResourceBook book) {
        if (connection.isEmpty()) {
            return false;
        }
        var after = book.copy();
        after.put(edited);
        return allConfirmed(book) && !allConfirmed(after);
    }

    /** What a first start leads to; empty where none has to be confirmed, as for flows that dial nobody. */
    CompletableFuture<Optional<RealStart>> first(Campaign campaign, ResourceBook book, LineLimits lines) {
        var ringing = unconfirmed(campaign, book);
        if (ringing.isEmpty() || book.outdial(campaign.outdialId()) == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var lists = ringing.stream()
                .map(Campaign::outdialId)
                .distinct()
                .map(book::outdial)
                .filter(Objects::nonNull)
                .toList();
        var outplan = book.outplan(ringing.getFirst().outplanId());
        var source = outplan == null ? null : outplan.source();
        var queue = book.queue(ringing.getFirst().queueId());
        var targets = CompletableFuture.completedFuture(TargetBar.NONE);
        for (var list : lists) {
            targets = targets.thenCombine(store.targetQueries().bar(list.id()), TargetBar::plus);
        }
        return targets.thenCombine(
                next(ringing, book, lines),
                (bar, next) -> Optional.of(new RealStart(
                        campaign.name(),
                        ringing.stream().map(Campaign::name).toList(),
                        queue == null ? "" : queue.name(),
                        lists.stream().map(Outdial::name).collect(Collectors.joining(", ")),
                        bar,
                        next,
                        connection.get().trunk(),
                        source == null ? connection.get().callerId() : source.target(),
                        lines)));
    }

    /** Of each list once, by the outplan of the campaign that calls it first. */
    private CompletableFuture<NextTargets> next(List<Campaign> ringing, ResourceBook book, LineLimits lines) {
        var next = CompletableFuture.completedFuture(NextTargets.NONE);
        var lists = new HashSet<UUID>();
        for (var campaign : ringing) {
            var outplan = book.outplan(campaign.outplanId());
            if (outplan != null && book.outdial(campaign.outdialId()) != null && lists.add(campaign.outdialId())) {
                var claim = new Claim(
                        Ids.NIL,
                        campaign,
                        outplan,
                        clock.instant(),
                        _ -> false,
                        false,
                        false,
                        NumberRest.of(campaign, outplan, lines),
                        book.doNotCallFor(campaign).stream()
                                .map(DoNotCallList::id)
                                .toList(),
                        book.ruleSet(campaign.options().rulesId()));
                next = next.thenCombine(
                        store.targetQueries().next(claim, RealStart.FIRST_NUMBERS),
                        (before, more) -> before.plus(more, RealStart.FIRST_NUMBERS));
            }
        }
        return next;
    }

    /** Why a campaign is not started that nobody has confirmed. */
    static Problem unconfirmed(RealStart start) {
        return start.isOfOne()
                ? Problem.error("start.real_first", "", start.campaign(), start.mayRing())
                : Problem.error(
                        "start.real_chain",
                        "next_campaign_id",
                        start.campaign(),
                        start.mayRing(),
                        String.join(", ", start.ringing()));
    }
}
