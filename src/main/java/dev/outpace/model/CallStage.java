package dev.outpace.model;

/** How far a call is, as a supervisor asks for it: who rings, who hears a menu, who waits for an agent, who talks. */
public enum CallStage {
    DIALING,
    /** Answered, in its actions. */
    MENU,
    /** In a queue, without an agent. */
    WAITING,
    /** With an agent. */
    TALKING,
    /** A run of a flow, which calls nobody. */
    FLOW,
    DONE;

    public static CallStage of(CampaignCall call) {
        return switch (call.status()) {
            case DONE -> DONE;
            case DIALING -> DIALING;
            case PROGRESSING -> {
                if (call.referenceType() == CampaignType.FLOW) {
                    yield FLOW;
                }
                if (call.connectedAt() != null) {
                    yield TALKING;
                }
                yield call.queuedAt() == null ? MENU : WAITING;
            }
        };
    }
}
