package dev.outpace.store;

import dev.outpace.model.Json;
import dev.outpace.model.RetryCause;
import dev.outpace.model.RetryRule;
import dev.outpace.model.RetryRules;
import dev.outpace.model.RetryThen;
import java.math.BigDecimal;
import java.util.EnumMap;

/** Converts an outplan's rules of retries to the JSON object in its column, which is empty for the plain outplan. */
final class RetryColumns {
    private static final String MAX_TRIES = "max_tries";
    private static final String INTERVAL = "try_interval";
    private static final String THEN = "then";

    private RetryColumns() {}

    static Json.Obj write(RetryRules rules) {
        var fields = rules.maxTries() == 0 ? Json.Obj.EMPTY : Json.Obj.EMPTY.with(MAX_TRIES, number(rules.maxTries()));
        for (var entry : rules.byCause().entrySet()) {
            fields = fields.with(entry.getKey().name(), write(entry.getValue()));
        }
        return fields;
    }

    private static Json.Obj write(RetryRule rule) {
        var fields = Json.Obj.EMPTY
                .with(MAX_TRIES, number(rule.maxTries()))
                .with(THEN, new Json.Text(rule.then().name()));
        var interval = rule.tryInterval();
        return interval == null ? fields : fields.with(INTERVAL, number(interval));
    }

    static RetryRules read(Json.Obj fields) {
        if (fields.isEmpty()) {
            return RetryRules.NONE;
        }
        var byCause = new EnumMap<RetryCause, RetryRule>(RetryCause.class);
        for (var cause : RetryCause.values()) {
            if (fields.get(cause.name()) instanceof Json.Obj rule) {
                byCause.put(
                        cause,
                        new RetryRule(
                                rule.get(INTERVAL) == null ? null : rule.integer(INTERVAL, 0),
                                (int) rule.integer(MAX_TRIES, 0),
                                RetryThen.valueOf(rule.text(THEN, ""))));
            }
        }
        return new RetryRules(byCause, (int) fields.integer(MAX_TRIES, 0));
    }

    private static Json.Num number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }
}
