package dev.outpace.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a flow with a pretend caller: no telephony, no waiting. */
public final class TestCall {
    private final Campaign campaign;

    /** @param flows the actions of a flow by its id; null where there is none */
    public TestCall(Campaign campaign, JsonText json, Function<UUID, @Nullable List<Action>> flows) {
        this.campaign = campaign;
    }

    public enum End {
        HANGUP,
        FINISHED,
        QUEUE,
        LIMIT,
        ERROR,
        NOT_ANSWERED
    }

    /**
     * The caller and the world of a test call.
     *
     * @param answers false: nobody picks up
     * @param machine an answering machine picks up
     * @param keys one entry for each {@code digits_receive} in order; empty, or missing at the end, for no key
     * @param time the moment it begins
     * @param variables set before it begins, by name
     * @param targetData the target's data; where it is a JSON object, its fields are variables
     * @param destination the number called
     */
    public record Caller(
            boolean answers,
            boolean machine,
            List<String> keys,
            Instant time,
            Map<String, String> variables,
            String targetName,
            String targetDetail,
            String targetData,
            String destination) {}

    /**
     * One action on the way.
     *
     * @param index of the list; in a nested flow, of that flow's list
     * @param flowId nil for the campaign's own flow, else the id of the nested flow
     * @param way the port it left by, as in the history of calls; empty for one that decides nothing
     * @param spoken what it said; empty for nothing
     * @param keys what the caller pressed for it
     * @param skipped code of the texts why it was left out; empty when it ran
     */
    public record Step(
            int index, UUID flowId, Action action, String way, String spoken, String keys, String skipped) {}

    /**
     * @param variables as they are at the end
     * @param reason code of the texts; empty where the end says all
     * @param queueId where it ended in a queue; nil otherwise
     * @param waits how many {@code digits_receive} had no entry left in the caller's keys
     */
    public record Result(
            List<Step> path,
            List<String> spoken,
            Map<String, String> variables,
            End end,
            String reason,
            UUID queueId,
            int waits) {}

    public Result run(Caller caller) {
        return new Result(List.of(), List.of(), Map.of(), End.FINISHED, campaign.name(), Ids.NIL, 0);
    }
}
