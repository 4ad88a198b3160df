package dev.outpace.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a set of calling rules means for a list at a moment. Each target of the list is counted once; those that are in a call,
 * done, or not dialed by their outplan are counted apart.
 *
 * @param callable may be called as far as rules and do-not-call lists say; those that wait for their next try are among them
 * @param laterToday held by their hours until later on the same day, by the clock of the workspace
 * @param outsideHours held by their hours for longer
 * @param limited held by a limit of calls or a rest
 * @param doNotCall whose numbers are all barred, the first of them by a do-not-call list. So are the next two, by what they are named for
 * @param undialed whose outplan dials none of their numbers, or none any more
 * @param day how many may be called through the day, by the clock of the workspace, from its begin on; who is limited counts
 *     from the end of the limit on
 * @param tooOld do-not-call lists that are older than they may be, for which campaigns with the set hold; the counts are as if
 *     they were not
 */
public record RuleLook(
        Instant moment,
        long callable,
        Held laterToday,
        Held outsideHours,
        Held limited,
        long doNotCall,
        long withoutZone,
        long withoutConsent,
        long inCall,
        long done,
        long undialed,
        List<Step> day,
        List<DoNotCallList> tooOld) {
    public RuleLook {
        day = List.copyOf(day);
        tooOld = List.copyOf(tooOld);
    }

    /**
     * Targets that wait.
     *
     * @param from when the first of them may be called; null if there is none, or none may be within 366 days
     * @param region of the first of them; empty if unknown
     * @param zone IANA id of a zone of the first of them; empty if unknown
     */
    public record Held(long targets, @Nullable Instant from, String region, String zone) {
        public static final Held NONE = new Held(0, null, "", "");
    }

    /** @param callable how many may be called from then on, until the next step */
    public record Step(Instant from, long callable) {}

    /** Whom a campaign may call, now or later, and whom only the rules forbid. */
    public long targets() {
        return callable
                + laterToday.targets()
                + outsideHours.targets()
                + limited.targets()
                + doNotCall
                + withoutZone
                + withoutConsent;
    }
}
