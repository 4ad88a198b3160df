package dev.outpace.model;

/** How many targets of a list stand where. */
public record TargetBar(long doneSuccess, long doneFailed, long progressing, long idle, long notCallable) {
    public long total() {
        return doneSuccess + doneFailed + progressing + idle + notCallable;
    }
}
