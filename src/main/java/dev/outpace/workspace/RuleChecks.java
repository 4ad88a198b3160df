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
import dev.outpace.rules.Ruling;
import dev.outpace.store.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

    /** Kinds of rules, in the order in which they are told. */
    public enum Rule {
        ZONE,
        HOURS,
        ATTEMPTS,
        REST,
        DO_NOT_CALL,
        CONSENT
    }

    /**
     * What one kind of rule says.
     *
     * @param ok whether it allows the call
     * @param detail a phrase, of what it says so
     */
    public record Line(Rule rule, boolean ok, String detail) {}

    /**
     * What one set says.
     *
     * @param rules name of the set; empty where no set is asked
     * @param until when it may be called; null for now, and for not before the rules change
     * @param rule why not, as a sentence; empty where it may be called
     * @param lines rule by rule; of a call without a set, do-not-call lists alone
     */
    public record OfSet(
            String rules, boolean callable, @Nullable Instant until, String rule, List<Line> lines) {
        public OfSet {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What the rules of a campaign say, or all sets of the workspace: hours, what was done to the number before, do-not-call lists,
     * and consent where the number is a target's. Of several targets with it, the one that may be called first is told of. Where
     * no target is asked, limits and rests of a person count the calls to this number.
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
                ? List.of(withoutSet(number, at))
                : sets.stream().map(set -> ofSet(set, number, at)).toList();
        return new Told.Rulings(number, callee, rulings);
    }

    /** The list that bars a number, and why. */
    private record Listed(DoNotCallList list, RuleReason why) {}

    private @Nullable Listed listed(Address number, List<DoNotCallList> lists, Instant at) {
        for (var list : lists) {
            if (list.isTooOld(at)) {
                return new Listed(list, new RuleReason.ListTooOld(list.id(), list.name(), list.asOf()));
            }
        }
        return store.doNotCallQueries()
                .find(lists.stream().map(DoNotCallList::id).toList(), number)
                .join()
                .flatMap(id ->
                        lists.stream().filter(list -> list.id().equals(id)).findFirst())
                .map(list -> new Listed(list, new RuleReason.OnDoNotCallList(list.id())))
                .orElse(null);
    }

    private OfSet withoutSet(Address number, Instant at) {
        var lists = book.doNotCallBy(null);
        var listed = listed(number, lists, at);
        var line = CheckedNumber.listed(
                sentences, lists, listed == null ? null : listed.list(), listed == null ? null : listed.why(), at);
        return new OfSet("", line.ok(), null, line.ok() ? "" : line.detail(), List.of(line));
    }

    private OfSet ofSet(RuleSet set, Address number, Instant at) {
        var rules = new CallingRules(set, zone);
        var lists = book.doNotCallBy(set);
        var listed = listed(number, lists, at);
        var checked = store.listLooks().ofNumber(rules, number, at).stream()
                .map(facts -> new CheckedNumber(sentences, rules, facts, zone, at))
                .min(Comparator.comparing(one -> until(one.ruling(), at)))
                .orElseThrow();
        var lines = checked.lines(lists, listed == null ? null : listed.list(), listed == null ? null : listed.why());
        if (listed != null) {
            var why = CheckedNumber.listed(sentences, lists, listed.list(), listed.why(), at);
            return new OfSet(set.name(), false, null, why.detail(), lines);
        }
        return switch (checked.ruling()) {
            case Ruling.MayCall() -> new OfSet(set.name(), true, null, "", lines);
            case Ruling.NotBefore(var until, var reason) ->
                new OfSet(set.name(), false, until, sentences.of(reason, until, at), lines);
            case Ruling.Never(var reason) -> new OfSet(set.name(), false, null, sentences.of(reason, null, at), lines);
        };
    }

    private static Instant until(Ruling ruling, Instant now) {
        return switch (ruling) {
            case Ruling.MayCall() -> now;
            case Ruling.NotBefore(var until, var _) -> until;
            case Ruling.Never _ -> Instant.MAX;
        };
    }
}
