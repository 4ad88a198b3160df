package dev.outpace.ui.targets;

import dev.outpace.model.CallStatus;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetStatus;
import dev.outpace.ui.texts.Texts;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What the table says of a target. */
final class TargetWords {

    private final Texts texts;

    TargetWords(Texts texts) {
        this.texts = texts;
    }

    String status(OutdialTarget target) {
        return switch (target.status()) {
            case IDLE -> texts.get("status.target.idle");
            case PROGRESSING -> texts.get("status.target.progressing");
            case DONE -> texts.get("status.target.done");
            case NOT_CALLABLE -> texts.get("status.target.notCallable");
        };
    }

    String lastResult(OutdialTarget target) {
        var last = target.lastResult();
        return last == null ? Texts.NOT_APPLICABLE : texts.get("targets.result." + last.name());
    }

    /** @param call of a target in a call; null while that isn't known */
    String nextTry(OutdialTarget target, @Nullable CallStatus call, Instant now) {
        return switch (target.status()) {
            case PROGRESSING -> texts.get(call == CallStatus.DIALING ? "targets.next.dialing" : "targets.next.inCall");
            case IDLE -> idle(target.nextTryAt(), target.lastResult() == null, now);
            case DONE, NOT_CALLABLE -> Texts.NOT_APPLICABLE;
        };
    }

    private String idle(@Nullable Instant nextTryAt, boolean neverCalled, Instant now) {
        if (nextTryAt == null && neverCalled) {
            return texts.get("targets.next.notCalled");
        }
        if (nextTryAt == null || !nextTryAt.isAfter(now)) {
            return texts.get("targets.next.due");
        }
        boolean today = day(nextTryAt).equals(day(now));
        return today ? texts.get("targets.next.today", texts.minute(nextTryAt)) : texts.dateMinute(nextTryAt);
    }

    private ZonedDateTime day(Instant moment) {
        return moment.atZone(texts.zone()).truncatedTo(ChronoUnit.DAYS);
    }

    /** "2/3", or the tries alone while no outplan says how many there may be. */
    String tries(OutdialTarget target, int index, @Nullable Integer most) {
        var made = texts.number(target.tryCounts().get(index));
        return most == null ? made : made + "/" + texts.number(most);
    }

    /** Read out for the bare numbers. */
    String triesInFull(OutdialTarget target, int index, @Nullable Integer most) {
        int made = target.tryCounts().get(index);
        return most == null ? texts.get("targets.tries", made) : texts.get("targets.triesOf", made, most);
    }

    static boolean canBeChanged(OutdialTarget target) {
        return target.status() != TargetStatus.PROGRESSING;
    }
}
