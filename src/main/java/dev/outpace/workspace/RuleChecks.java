package dev.outpace.workspace;

import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RuleReason;
import dev.outpace.model.RuleSet;
import dev.outpace.numbers.NumberReader;
import dev.outpace.numbers.Reading;
import dev.outpace.rules.Callee;
import dev.outpace.rules.Callees;
import dev.outpace.rules.CallingRules;
import dev.outpace.rules.Consent;
import dev.outpace.rules.Ruling;
import dev.outpace.store.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether calling rules allow to call a number, asked without calling it. */
public final class RuleChecks {
    private final ResourceBook book;
    private final Store store;
    private final NumberReader numbers;
    private final ZoneId zone;
    private final Callees callees = new Callees();
    private final RuleSentences sentences = new RuleSentences();

    /**
     * @param numbers reads the number
     * @param zone of the workspace
     */
    public RuleChecks(ResourceBook book, Store store, NumberReader numbers, ZoneId zone) {
        this.book = book;
        this.store = store;
        this.numbers = numbers;
        this.zone = zone;
    }

    /** What is told of a number. */
    public sealed interface Told {
        /** @param rulings one for each set that was asked */
        record Rulings(Address number, Callee callee, List<OfSet> rulings) implements Told {}

        record Refused(List<Problem> problems) implements Told {}
    }

    /**
     * What one set says.
     *
     * @param rules name of the set
     * @param until when it may be called; null for now, and for not before the rules change
     * @param rule why not, as a sentence; empty where it may be called
     */
    public record OfSet(
            String rules, boolean callable, @Nullable Instant until, String rule) {}

    /**
     * What the rules of a campaign say, or all sets of the workspace: hours, what was done to the number before, and do-not-call
     * lists. Limits and rests of a person count the calls to this number; consent is a matter of targets and is not asked.
     *
     * @param campaign id or unique name; null for all sets
     */
    public Told check(String number, @Nullable String campaign, Instant at) {
        return switch (numbers.read(number)) {
            case Reading.Refused(var reason) -> new Told.Refused(List.of(reason));
            case Reading.Dialable(var address, var _) ->
                campaign == null ? told(address, book.ruleSets(), at) : ofCampaign(address, campaign, at);
        };
    }

    /** The same of one set, which may not be stored as it is. */
    Told check(String number, RuleSet set, Instant at) {
        return switch (numbers.read(number)) {
            case Reading.Refused(var reason) -> new Told.Refused(List.of(reason));
            case Reading.Dialable(var address, var _) -> told(address, List.of(set), at);
        };
    }

    private Told ofCampaign(Address number, String wanted, Instant at) {
        var found = NamedResource.campaign(book.campaigns()).find(wanted);
        Campaign campaign = found.resource();
        if (campaign == null) {
            return new Told.Refused(found.problems());
        }
        var id = campaign.options().rulesId();
        if (Ids.isNil(id)) {
            return told(number, List.of(), at);
        }
        var set = book.ruleSet(id);
        return set == null
                ? new Told.Refused(List.of(Problem.error("start.rules_missing", campaign.name(), id)))
                : told(number, List.of(set), at);
    }

    /** Without a set, the lists that count for every campaign are asked. */
    private Told told(Address number, Collection<RuleSet> sets, Instant at) {
        var callee = callees.of(number);
        var rulings = sets.isEmpty()
                ? List.of(listed(number, null, at).orElseGet(() -> new OfSet("", true, null, "")))
                : sets.stream()
                        .map(set -> listed(number, set, at).orElseGet(() -> ofSet(set, number, callee, at)))
                        .toList();
        return new Told.Rulings(number, callee, rulings);
    }

    /** What do-not-call lists say; empty where they allow the call. */
    private Optional<OfSet> listed(Address number, @Nullable RuleSet set, Instant at) {
        var name = set == null ? "" : set.name();
        var lists = book.doNotCallBy(set);
        for (var list : lists) {
            if (list.isTooOld(at)) {
                return Optional.of(never(name, new RuleReason.ListTooOld(list.id(), list.asOf()), list, at));
            }
        }
        return store.doNotCallQueries()
                .find(lists.stream().map(DoNotCallList::id).toList(), number)
                .join()
                .flatMap(id ->
                        lists.stream().filter(list -> list.id().equals(id)).findFirst())
                .map(list -> never(name, new RuleReason.OnDoNotCallList(list.id()), list, at));
    }

    private OfSet never(String set, RuleReason reason, DoNotCallList list, Instant at) {
        return new OfSet(set, false, null, list.name() + ": " + sentences.of(reason, null, at));
    }

    private OfSet ofSet(RuleSet set, Address number, Callee callee, Instant at) {
        var rules = new CallingRules(set.withoutConsent(), zone);
        var done = store.callQueries().done(rules, number, at).join();
        return switch (rules.ruling(callee, done, Consent.NONE, at)) {
            case Ruling.MayCall() -> new OfSet(set.name(), true, null, "");
            case Ruling.NotBefore(var until, var reason) ->
                new OfSet(set.name(), false, until, sentences.of(reason, until, at));
            case Ruling.Never(var reason) -> new OfSet(set.name(), false, null, sentences.of(reason, null, at));
        };
    }
}
