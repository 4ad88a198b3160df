package dev.outpace.pacing;

import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonStanding;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingSnapshot;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Dials as much as an abandon target allows. A line is dialed while the chance that it finds no agent when it is answered stays
 * under the target times a factor; the factor follows the calls that may still be abandoned. Everything else is learned from the pool as
 * it goes: answer rate, times to answer and to fail, talk and wrap-up.
 */
final class AdaptivePacing implements PacingPolicy, PoolListener {
    /** Until so many dials ended, one line for each free agent. */
    private static final int CAREFUL_START = 25;

    private static final long CAREFUL_TIME = 40_000_000_000L;
    private static final double FAIRNESS = 0.7;
    private static final int MOST_LINES_PER_AGENT = 15;

    private final UUID campaignId;
    private final AgentPool pool;
    private final PacingChoice choice;
    private final CampaignLines lines;

    AdaptivePacing(UUID campaignId, PacingChoice choice, AgentPool pool) {
        this.campaignId = campaignId;
        this.choice = choice;
        this.pool = pool;
        this.lines = pool.lines(campaignId);
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        lines.asked(pool.now());
        return mostMore(snapshot) > 0 && pool.outlook().chanceOfAbandon(left(snapshot)) <= risk();
    }

    /** Lines that may be dialed more at most, whatever is expected; 0 when nobody can take a call now or soon. */
    private int mostMore(PacingSnapshot snapshot) {
        if (pool.agents(AgentPhase.FREE) == 0 && pool.agents(AgentPhase.WRAPPING_UP) == 0) {
            return 0;
        }
        int most = isNew() ? left(snapshot) : MOST_LINES_PER_AGENT * pool.atWork();
        return Math.max(0, most - pool.dialing());
    }

    /** Failures come sooner than answers: what the first lines tell is only known when all of them have ended. */
    private boolean isNew() {
        return lines.answerRate.seen() < CAREFUL_START || pool.now() - lines.firstDialedAt() < CAREFUL_TIME;
    }

    /** Free agents less the callers who need one. */
    private int left(PacingSnapshot snapshot) {
        return pool.agents(AgentPhase.FREE) - Math.max(snapshot.reserved(), pool.waiting());
    }

    private double risk() {
        return choice.abandonTarget()
                * pool.control().share(budget(), pool.answerRate.now(), pool.atWork())
                * fairness();
    }

    private boolean isAlone() {
        for (var one : pool.campaigns()) {
            if (one != lines && one.wantsToDial(pool.now())) {
                return false;
            }
        }
        return true;
    }

    /** Of campaigns that want to dial, the one that dialed less lately may risk a little more. */
    private double fairness() {
        if (isAlone()) {
            return 1;
        }
        double sum = 0;
        int count = 0;
        for (var one : pool.campaigns()) {
            if (one == lines || one.wantsToDial(pool.now())) {
                sum += one.lately(pool.now());
                count++;
            }
        }
        if (sum < 1) {
            return 1;
        }
        double ahead = lines.lately(pool.now()) * count / sum - 1;
        return Math.exp(-FAIRNESS * Math.clamp(ahead, -1, 1));
    }

    private double budget() {
        return budget(standing());
    }

    private static double budget(AbandonStanding standing) {
        return standing.target() * standing.of() - standing.abandoned();
    }

    private AbandonStanding standing() {
        return lines.standing(choice, pool.hour());
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        int most = mostMore(snapshot);
        return OptionalInt.of(
                pool.dialing() + (most == 0 ? 0 : pool.outlook().linesWithin(lines, left(snapshot), risk(), most)));
    }

    @Override
    public PacingSnapshot explained(PacingSnapshot snapshot) {
        int left = left(snapshot);
        var standing = standing();
        return snapshot.with(new PacingForecast(
                pool.dialing(),
                pool.outlook().expectedAnswers(),
                Math.max(0, left + pool.outlook().expectedReleases()),
                pool.outlook().expectedAbandons(left),
                lines.answerRate.now(),
                standing.rate(),
                budget(standing),
                pool.outlook().chanceOfAbandon(left),
                risk(),
                isNew()));
    }

    @Override
    public void answered(UUID campaign, double seconds) {
        if (campaign.equals(campaignId) && choice.denominator() == AbandonDenominator.ANSWERED) {
            pool.control().answered(choice.abandonTarget(), pool.atWork());
        }
    }

    @Override
    public void queued(UUID campaign) {
        if (campaign.equals(campaignId) && choice.denominator() == AbandonDenominator.QUEUED) {
            pool.control().answered(choice.abandonTarget(), pool.atWork());
        }
    }

    @Override
    public void abandoned(UUID campaign) {
        if (campaign.equals(campaignId)) {
            pool.control().abandoned();
        }
    }
}
