package dev.outpace.model;

/** How many targets of a list stand where. */
public record TargetBar(long doneSuccess, long doneFailed, long progressing, long idle, long notCallable) {
    public static final TargetBar NONE = new TargetBar(0, 0, 0, 0, 0);

    /** Of both lists together. */
    public TargetBar plus(TargetBar other) {
        return new TargetBar(
                doneSuccess + other.doneSuccess,
                doneFailed + other.doneFailed,
                progressing + other.progressing,
                idle + other.idle,
                notCallable + other.notCallable);
    }

    public long total() {
        return doneSuccess + doneFailed + progressing + idle + notCallable;
    }
}
