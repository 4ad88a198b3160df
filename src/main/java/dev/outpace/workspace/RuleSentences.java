package dev.outpace.workspace;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.Regions;
import dev.outpace.model.RuleReason;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Why calling rules forbid a call now, in words: "France: 14:00 to 20:00, opens in 2 h 14 min". */
public final class RuleSentences {
    private final ResourceBundle texts = ResourceBundle.getBundle("dev.outpace.workspace.decisions", Locale.ROOT);

    /**
     * @param until when the rule allows the call; null if it never does
     * @param now from which the time until then is told
     */
    public String of(RuleReason reason, @Nullable Instant until, Instant now) {
        var wait = until == null ? "" : span(Duration.between(now, until));
        return switch (reason) {
            case RuleReason.OutsideHours(var region, var zone, var next) ->
                next == null
                        ? fill("rule.hours.never", place(region, zone))
                        : fill("rule.hours", place(region, zone), window(next), wait);
            case RuleReason.OnHoliday(var region, var zone, var day, var name, var eve, var next) ->
                fill(
                        (eve ? "rule.eve" : "rule.holiday") + (next == null ? ".never" : ""),
                        place(region, zone),
                        name.isEmpty() ? day.toString() : name,
                        next == null ? "" : window(next),
                        wait);
            case RuleReason.LimitReached(var region, var limit) ->
                fill(
                        limit.per() == AttemptLimit.Per.NUMBER ? "rule.limit.number" : "rule.limit.person",
                        region.isEmpty() ? "" : Regions.name(region) + ": ",
                        limit.max(),
                        span(limit.within()),
                        wait);
            case RuleReason.Resting(var after, var _) -> fill("rule.rest." + after, wait);
            case RuleReason.OnDoNotCallList _ -> texts.getString("rule.listed");
            case RuleReason.ListTooOld(var _, var name, var asOf) ->
                asOf == null ? fill("rule.undated_list", name) : fill("rule.old_list", name, asOf.toString());
            case RuleReason.ZoneUnknown _ -> texts.getString("rule.no_zone");
            case RuleReason.WithoutConsent(var expired) ->
                expired == null ? texts.getString("rule.no_consent") : fill("rule.consent_expired", expired.toString());
        };
    }

    private static String place(String region, String zone) {
        return region.isEmpty() ? zone : Regions.name(region);
    }

    private String window(CallWindow window) {
        return fill("rule.window", time(window.from()), time(window.to()));
    }

    private static String time(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    /** Its two largest units, rounded up to whole minutes. */
    String span(Duration span) {
        long minutes = Math.max(1, Math.ceilDiv(span.toMillis(), 60_000L));
        long hours = minutes / 60;
        if (hours >= 48) {
            return fill("rule.span.days", hours / 24, hours % 24);
        }
        return hours > 0 ? fill("rule.span.hours", hours, minutes % 60) : fill("rule.span.minutes", minutes);
    }

    String fill(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments);
    }
}
