package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Outcome;
import java.util.Optional;

/**
 * All that was heard of a call, from which follows how it ended. No single fact tells: Asterisk gives the same cause to a call
 * that rang in vain and to one whose carrier is dead, and none to one that was busy behind a Local channel.
 */
final class CallEvidence {
    /** Values of {@link ChannelEvent.Originated#reason}. */
    private static final int TIMED_OUT = 3;

    private static final int BUSY = 5;
    private static final int CONGESTED = 8;
    private static final int NOT_TOLD = -1;

    private static final int NO_USER_RESPONDING = 18;
    private static final int FIRST_FAILURE = 300;

    private boolean answered;
    private boolean rang;
    /** Whether the network told anything at all. */
    private boolean reached;

    private boolean ours;
    private boolean theirs;
    private boolean timedOut;
    private String dialStatus = "";
    private int reason = NOT_TOLD;
    private int cause;
    private int techCause;

    void answered() {
        answered = true;
    }

    void rang() {
        rang = true;
        reached = true;
    }

    void reached() {
        reached = true;
    }

    void orderedToEnd() {
        ours = true;
    }

    /** What the far end does after our order is only its answer to it. */
    void farEndHungUp() {
        theirs |= !ours;
    }

    void dialed(String status) {
        dialStatus = status;
    }

    void originated(int toldReason) {
        reason = toldReason;
    }

    /** @param afterTimeout whether the dial timeout was over */
    void gone(int toldCause, int toldTechCause, boolean afterTimeout) {
        cause = toldCause;
        techCause = toldTechCause;
        timedOut = afterTimeout;
    }

    /** Whether a fact that is still to come could change the outcome. */
    boolean isUnsettled() {
        return !answered
                && !ours
                && reason == NOT_TOLD
                && byTechCause().or(this::byCause).isEmpty();
    }

    Outcome outcome() {
        if (answered) {
            return Outcome.COMPLETED;
        }
        return byTechCause().or(this::byCause).or(this::byStatus).orElseGet(this::withoutCause);
    }

    EndedBy by() {
        var outcome = outcome();
        if (outcome == Outcome.REJECTED || (theirs && answered)) {
            return EndedBy.CALLER;
        }
        boolean byOrder = ours && (answered || outcome == Outcome.CANCELLED);
        return byOrder ? EndedBy.US : EndedBy.EXCHANGE;
    }

    /** SIP's status tells more than the cause that Asterisk makes of it: a carrier that forbids a call is nobody who declines. */
    private Optional<Outcome> byTechCause() {
        return switch (techCause) {
            case 486, 600 -> Optional.of(Outcome.BUSY);
            case 603, 607, 608 -> Optional.of(Outcome.REJECTED);
            case 404, 410, 484, 485, 604 -> Optional.of(Outcome.BAD_NUMBER);
            case 408, 480 -> Optional.of(unanswered());
            case 500, 503 -> Optional.of(Outcome.CONGESTED);
            // The answer to our own CANCEL.
            case 487 -> Optional.empty();
            default -> techCause < FIRST_FAILURE ? Optional.empty() : Optional.of(Outcome.FAILED);
        };
    }

    /** Causes of Q.850. */
    private Optional<Outcome> byCause() {
        return switch (cause) {
            case 17 -> Optional.of(Outcome.BUSY);
            case 21 -> Optional.of(Outcome.REJECTED);
            case 1, 2, 3, 22, 28 -> Optional.of(Outcome.BAD_NUMBER);
            case NO_USER_RESPONDING, 19 -> Optional.of(unanswered());
            case 34, 38, 42 -> Optional.of(Outcome.CONGESTED);
            // Unknown, or normal clearing: says nothing of a call that nobody answered.
            case 0, 16, 31, 127 -> Optional.empty();
            default -> Optional.of(Outcome.FAILED);
        };
    }

    private Optional<Outcome> byStatus() {
        if (reason == BUSY || dialStatus.equals("BUSY")) {
            return Optional.of(Outcome.BUSY);
        }
        boolean congested = reason == CONGESTED || dialStatus.equals("CONGESTION");
        return congested ? Optional.of(Outcome.CONGESTED) : Optional.empty();
    }

    private Outcome withoutCause() {
        if (ours && !isTimedOut()) {
            return Outcome.CANCELLED;
        }
        return isTimedOut() ? unanswered() : Outcome.FAILED;
    }

    /** Asterisk tells this of a carrier that is dead, too. Only that the network was silent tells the two apart. */
    private Outcome unanswered() {
        if (ours && !isTimedOut()) {
            return Outcome.CANCELLED;
        }
        boolean waitedInVain = isTimedOut() || cause == NO_USER_RESPONDING;
        return waitedInVain && !rang && !reached ? Outcome.UNREACHABLE : Outcome.NO_ANSWER;
    }

    private boolean isTimedOut() {
        return timedOut || reason == TIMED_OUT;
    }
}
