package dev.outpace.workspace;

import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RuleSet;
import dev.outpace.numbers.NumberReader;
import dev.outpace.numbers.Reading;
import dev.outpace.rules.Callee;
import dev.outpace.rules.Callees;
import dev.outpace.rules.CallingRules;
import dev.outpace.rules.Consent;
import dev.outpace.rules.Done;
import dev.outpace.rules.Ruling;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether calling rules allow to call a number, asked without calling it. */
public final class RuleChecks {
    private final ResourceBook book;
    private final NumberReader numbers;
    private final ZoneId zone;
    private final Callees callees = new Callees();
    private final RuleSentences sentences = new RuleSentences();

    /**
     * @param numbers reads the number
     * @param zone of the workspace
     */
    public RuleChecks(ResourceBook book, NumberReader numbers, ZoneId zone) {
        this.book = book;
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
     * What the rules of a campaign say, or all sets of the workspace. The hours are checked; what was done before, consent and
     * do-not-call lists are not, since they are a matter of targets and calls.
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

    private Told told(Address number, Collection<RuleSet> sets, Instant at) {
        var callee = callees.of(number);
        return new Told.Rulings(
                number, callee, sets.stream().map(set -> ofSet(set, callee, at)).toList());
    }

    private OfSet ofSet(RuleSet set, Callee callee, Instant at) {
        var ruling = new CallingRules(set.withoutConsent(), zone).ruling(callee, Done.NOTHING, Consent.NONE, at);
        return switch (ruling) {
            case Ruling.MayCall() -> new OfSet(set.name(), true, null, "");
            case Ruling.NotBefore(var until, var reason) ->
                new OfSet(set.name(), false, until, sentences.of(reason, until, at));
            case Ruling.Never(var reason) -> new OfSet(set.name(), false, null, sentences.of(reason, null, at));
        };
    }
}
