package dev.outpace.pacing;

/** The ringing lines of one campaign by age, and what became of earlier ones. */
final class CampaignLines {
    long answered;
    long queued;
    long abandoned;
    private int ringing;

    void dialed(Line line) {
        ringing++;
    }

    void resolved(Line line) {
        ringing--;
    }

    int ringing() {
        return ringing;
    }
}
