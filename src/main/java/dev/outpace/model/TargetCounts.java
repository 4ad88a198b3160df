package dev.outpace.model;

/** How far a list is. {@code left} includes the targets that are in a call. */
public record TargetCounts(long done, long left, long notCallable) {
    public static final TargetCounts NONE = new TargetCounts(0, 0, 0);

    public long total() {
        return done + left + notCallable;
    }

    public TargetCounts plus(long moreDone, long moreLeft, long moreNotCallable) {
        return new TargetCounts(done + moreDone, left + moreLeft, notCallable + moreNotCallable);
    }
}
