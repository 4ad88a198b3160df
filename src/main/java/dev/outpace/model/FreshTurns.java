package dev.outpace.model;

/**
 * Whose turn it is while some targets of a list are due again and others were never called. What one side does not use of its turns is
 * not kept for it.
 *
 * @param owed percent of a turn that fresh targets have not had yet
 */
public record FreshTurns(int owed) {
    public static final FreshTurns NONE = new FreshTurns(0);

    private static final int WHOLE = 100;

    /** @param share of the turns that fresh targets have, in percent */
    public boolean freshFirst(int share) {
        return owed >= WHOLE - share;
    }

    /**
     * A target was taken.
     *
     * @param fresh whether it was never called before
     */
    public FreshTurns taken(boolean fresh, int share) {
        int now = owed + (fresh ? share - WHOLE : share);
        return new FreshTurns(Math.clamp(now, 0, WHOLE - 1));
    }
}
