package dev.outpace.formats;

import dev.outpace.model.Json;
import dev.outpace.model.RetryCause;
import dev.outpace.model.RetryRule;
import dev.outpace.model.RetryRules;
import dev.outpace.model.RetryThen;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an outplan does by the cause of a failed try: within its {@code "outpace"} the fields {@code max_tries} of one target and {@code
 * retry}, with an object for each cause: {@code try_interval} in milliseconds, {@code max_tries} of one destination, and {@code then}.
 */
final class RetryShape {
    private static final String OUTPACE = "outpace";
    private static final String RETRY = "retry";
    private static final String INTERVAL = "try_interval";
    private static final String TRIES = "max_tries";
    private static final String THEN = "then";

    private RetryShape() {}

    static RetryRules read(Fields outplan) {
        var own = outplan.object(OUTPACE);
        if (own == null) {
            return RetryRules.NONE;
        }
        int tries = own.integer(TRIES, 0, RetryRules.MOST_TRIES, 0);
        var rules = new RetryRules(causes(own), tries);
        outplan.keep(OUTPACE, own);
        return rules;
    }

    private static Map<RetryCause, RetryRule> causes(Fields own) {
        var byCause = new EnumMap<RetryCause, RetryRule>(RetryCause.class);
        var retry = own.object(RETRY);
        if (retry != null) {
            for (var cause : RetryCause.values()) {
                var fields = retry.object(cause.text());
                if (fields != null) {
                    byCause.put(cause, rule(fields, cause));
                    retry.keep(cause.text(), fields);
                }
            }
            own.keep(RETRY, retry);
        }
        return byCause;
    }

    private static RetryRule rule(Fields fields, RetryCause cause) {
        @Nullable
        Long interval =
                fields.peek(INTERVAL) == null ? null : fields.number(INTERVAL, 0, OutplanShape.MAX_TRY_INTERVAL, 0);
        int tries = fields.integer(TRIES, 0, RetryRules.MOST_TRIES, 0);
        var then = fields.word(THEN, List.of(RetryThen.values()), RetryThen::text, RetryThen.NEXT_DESTINATION);
        if (cause == RetryCause.CONGESTION && (tries > 0 || then != RetryThen.NEXT_DESTINATION)) {
            fields.error(tries > 0 ? TRIES : THEN, "outplan.congestion_tries");
        }
        return new RetryRule(interval, tries, then);
    }

    /** @param shape of the outplan, which gets the object unless all is as published */
    static void write(RetryRules rules, Json.Obj unknown, Shape shape) {
        var kept = kept(unknown, OUTPACE);
        var own = new Shape(kept);
        if (rules.maxTries() > 0) {
            own.number(TRIES, rules.maxTries());
        }
        var keptCauses = kept(kept, RETRY);
        var retry = new Shape(keptCauses);
        rules.byCause().forEach((cause, rule) -> retry.put(cause.text(), write(rule, kept(keptCauses, cause.text()))));
        var written = retry.toJson();
        if (!written.isEmpty()) {
            own.put(RETRY, written);
        }
        var whole = own.toJson();
        if (!whole.isEmpty()) {
            shape.put(OUTPACE, whole);
        }
    }

    private static Json.Obj write(RetryRule rule, Json.Obj kept) {
        var shape = new Shape(kept);
        var interval = rule.tryInterval();
        if (interval != null) {
            shape.number(INTERVAL, interval);
        }
        if (rule.maxTries() > 0) {
            shape.number(TRIES, rule.maxTries());
        }
        if (rule.then() != RetryThen.NEXT_DESTINATION) {
            shape.text(THEN, rule.then().text());
        }
        return shape.toJson();
    }

    private static Json.Obj kept(Json.Obj unknown, String name) {
        return unknown.get(name) instanceof Json.Obj rest ? rest : Json.Obj.EMPTY;
    }
}
