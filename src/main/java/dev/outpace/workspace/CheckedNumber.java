package dev.outpace.workspace;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.RuleReason;
import dev.outpace.model.RuleReason.After;
import dev.outpace.model.RuleSet;
import dev.outpace.model.UnknownZone;
import dev.outpace.rules.CallingRules;
import dev.outpace.rules.Ruling;
import dev.outpace.store.NumberFacts;
import dev.outpace.workspace.RuleChecks.Line;
import dev.outpace.workspace.RuleChecks.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One number before one set of rules, told rule by rule. */
final class CheckedNumber {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT);

    private final RuleSentences sentences;
    private final CallingRules rules;
    private final NumberFacts facts;
    private final ZoneId workspaceZone;
    private final Instant now;

    CheckedNumber(RuleSentences sentences, CallingRules rules, NumberFacts facts, ZoneId workspaceZone, Instant now) {
        this.sentences = sentences;
        this.rules = rules;
        this.facts = facts;
        this.workspaceZone = workspaceZone;
        this.now = now;
    }

    /** Do-not-call lists left out. */
    Ruling ruling() {
        return asked().ruling(facts.callee(), facts.done(), facts.consent(), now);
    }

    /** Without a target nobody can tell of a consent. */
    private CallingRules asked() {
        return facts.target() == null ? new CallingRules(rules.set().withoutConsent(), workspaceZone) : rules;
    }

    /** @param listed the list that bars the number; null for none */
    List<Line> lines(List<DoNotCallList> lists, @Nullable DoNotCallList listed, @Nullable RuleReason why) {
        return List.of(zone(), hours(), attempts(), rest(), listed(sentences, lists, listed, why, now), consent());
    }

    private RuleSet set() {
        return rules.set();
    }

    private Line zone() {
        if (rules.hours(facts.callee()).zoneMissing()) {
            return new Line(Rule.ZONE, false, sentences.of(new RuleReason.ZoneUnknown(), null, now));
        }
        var zones = facts.callee().zones().stream().map(ZoneId::getId).sorted().toList();
        if (!zones.isEmpty()) {
            return new Line(Rule.ZONE, true, String.join(", ", zones));
        }
        boolean asksHours = set().hoursIn(facts.callee().region()) != null && set().unknownZone() != UnknownZone.NEVER;
        return new Line(
                Rule.ZONE,
                true,
                asksHours
                        ? sentences.fill("check.zone.workspace", workspaceZone.getId())
                        : sentences.fill("check.zone.any"));
    }

    private Line hours() {
        var hours = rules.hours(facts.callee());
        if (set().hoursIn(facts.callee().region()) == null) {
            return new Line(Rule.HOURS, true, sentences.fill("check.hours.any"));
        }
        var zone = facts.callee().zones().stream()
                .min(Comparator.comparing(ZoneId::getId))
                .orElse(workspaceZone);
        var there = TIME.format(now.atZone(zone));
        if (!hours.isOpen(now)) {
            var opens = hours.opensAt(now).orElse(null);
            var reason = hours.whyClosed(now, opens);
            return new Line(
                    Rule.HOURS,
                    false,
                    sentences.fill("check.hours.closed", there, zone.getId(), sentences.of(reason, opens, now)));
        }
        return new Line(
                Rule.HOURS,
                true,
                hours.closesAt(now)
                        .map(closes -> sentences.fill(
                                "check.hours.open", there, zone.getId(), TIME.format(closes.atZone(zone))))
                        .orElseGet(() -> sentences.fill("check.hours.always", there, zone.getId())));
    }

    private Line attempts() {
        var limits = set().attemptsIn(facts.callee().region());
        if (limits.isEmpty()) {
            return new Line(Rule.ATTEMPTS, true, sentences.fill("check.attempts.none"));
        }
        boolean free = true;
        var told = new ArrayList<String>();
        for (var limit : limits) {
            boolean perNumber = limit.per() == AttemptLimit.Per.NUMBER;
            var dials = perNumber ? facts.done().toNumber() : facts.done().toPerson();
            var since = now.minus(limit.within());
            long count = dials.stream().filter(dial -> dial.isAfter(since)).count();
            free &= count < limit.max();
            told.add(sentences.fill(
                    perNumber ? "check.attempts.number" : "check.attempts.person",
                    count,
                    limit.max(),
                    sentences.span(limit.within())));
        }
        return new Line(Rule.ATTEMPTS, free, String.join(", ", told));
    }

    private Line rest() {
        var rest = set().rest();
        if (rest.conversation().isZero()
                && rest.refusal().isZero()
                && rest.abandon().isZero()) {
            return new Line(Rule.REST, true, sentences.fill("check.rest.none"));
        }
        var told = new ArrayList<String>();
        var done = facts.done();
        boolean conversation = rested(After.CONVERSATION, done.conversation(), rest.conversation(), told);
        boolean refusal = rested(After.REFUSAL, done.refusal(), rest.refusal(), told);
        boolean abandon = rested(After.ABANDON, done.abandon(), rest.abandon(), told);
        boolean free = conversation && refusal && abandon;
        return new Line(
                Rule.REST, free, told.isEmpty() ? sentences.fill("check.rest.nothing") : String.join(", ", told));
    }

    private boolean rested(After after, @Nullable Instant since, Duration rest, List<String> told) {
        if (since == null || rest.isZero()) {
            return true;
        }
        told.add(sentences.fill("check.rest." + after, sentences.span(Duration.between(since, now))));
        return !since.plus(rest).isAfter(now);
    }

    static Line listed(
            RuleSentences sentences,
            List<DoNotCallList> lists,
            @Nullable DoNotCallList listed,
            @Nullable RuleReason why,
            Instant now) {
        return listed == null || why == null
                ? new Line(Rule.DO_NOT_CALL, true, sentences.fill("check.listed.none", lists.size()))
                : new Line(
                        Rule.DO_NOT_CALL,
                        false,
                        (why instanceof RuleReason.ListTooOld ? "" : listed.name() + ": ")
                                + sentences.of(why, null, now));
    }

    private Line consent() {
        var rule = set().consent();
        var target = facts.target();
        if (rule == null) {
            return new Line(Rule.CONSENT, true, sentences.fill("check.consent.none"));
        }
        if (target == null) {
            return new Line(Rule.CONSENT, true, sentences.fill("check.consent.no_target"));
        }
        var refusal = rules.withoutConsent(facts.callee(), facts.consent(), now);
        if (refusal != null) {
            return new Line(Rule.CONSENT, false, target.name() + ": " + sentences.of(refusal, null, now));
        }
        var expires = facts.consent().expires();
        return new Line(
                Rule.CONSENT,
                true,
                sentences.fill(
                        expires == null ? "check.consent.given" : "check.consent.given.until",
                        String.valueOf(facts.consent().given()),
                        target.name(),
                        String.valueOf(expires)));
    }
}
