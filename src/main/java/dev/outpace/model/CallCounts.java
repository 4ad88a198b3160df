package dev.outpace.model;

/**
 * Ended calls of a campaign over a window. {@code notPlaced} is in neither {@code success} nor {@code fail}.
 *
 * @param abandoned part of {@code fail}, and of {@code success} where an agent took the caller too late
 * @param answered answered by a person
 * @param machines answered, as machine detection found, by a machine; part of {@code fail}
 */
public record CallCounts(long success, long fail, long abandoned, long answered, long notPlaced, long machines) {
    public static final CallCounts NONE = new CallCounts(0, 0, 0, 0, 0, 0);

    public long ended() {
        return success + fail;
    }

    /** The counts with one more ended call. */
    public CallCounts with(CampaignCall call) {
        var cause = call.cause();
        if (cause == EndCause.NOT_PLACED) {
            return new CallCounts(success, fail, abandoned, answered, notPlaced + 1, machines);
        }
        boolean succeeded = cause == EndCause.NORMAL;
        return new CallCounts(
                succeeded ? success + 1 : success,
                succeeded ? fail : fail + 1,
                call.isAbandoned() ? abandoned + 1 : abandoned,
                byPerson(call) ? answered + 1 : answered,
                notPlaced,
                cause == EndCause.MACHINE ? machines + 1 : machines);
    }

    private static boolean byPerson(CampaignCall call) {
        return call.answeredAt() != null
                && call.referenceType() == CampaignType.CALL
                && call.cause() != EndCause.MACHINE;
    }

    public CallCounts plus(CallCounts other) {
        return new CallCounts(
                success + other.success,
                fail + other.fail,
                abandoned + other.abandoned,
                answered + other.answered,
                notPlaced + other.notPlaced,
                machines + other.machines);
    }

    /** The counts for the abandon rate: machines that are assumed to be people are answered and abandoned, too. */
    public CallCounts withMachineErrors(PacingChoice choice) {
        long people = choice.peopleAmong(machines);
        return people == 0
                ? this
                : new CallCounts(success, fail, abandoned + people, answered + people, notPlaced, machines);
    }
}
