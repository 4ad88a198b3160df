package dev.outpace.flow;

import dev.outpace.flow.FlowStep.At;
import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a flow with a pretend caller: no telephony, no waiting. It takes flows with errors too. */
public final class TestCall {
    private final Campaign campaign;
    private final JsonText json;
    private final Function<UUID, @Nullable List<Action>> flows;

    /** @param flows the actions of a flow by its id; null where there is none */
    public TestCall(Campaign campaign, JsonText json, Function<UUID, @Nullable List<Action>> flows) {
        this.campaign = campaign;
        this.json = json;
        this.flows = flows;
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
    public record Step(int index, UUID flowId, Action action, String way, String spoken, String keys, String skipped) {}

    /**
     * @param variables as they are at the end
     * @param reason of an error or the limit, a code of the texts; of a hangup, its published reason; else empty
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
        return new Run(caller).result();
    }

    /** One test call under way. */
    private final class Run {
        private final Caller caller;
        private final boolean onCall = campaign.type() == CampaignType.CALL;
        private final FlowRunner runner;
        private final List<Step> path = new ArrayList<>();
        private final List<String> spoken = new ArrayList<>();
        private Instant now;
        private int received;
        private int waits;

        Run(Caller caller) {
            this.caller = caller;
            now = caller.time();
            runner = new FlowRunner(new FlowGraph(campaign.actions()), onCall, variables(), this::flow, () -> now);
        }

        private @Nullable FlowGraph flow(UUID id) {
            var actions = flows.apply(id);
            return actions == null ? null : new FlowGraph(actions);
        }

        private Variables variables() {
            var variables = new Variables();
            variables.campaign(campaign);
            variables.target(caller.targetName(), caller.targetDetail(), caller.targetData(), json);
            variables.address("destination", Address.tel(caller.destination()));
            caller.variables().forEach(variables::set);
            return variables;
        }

        Result result() {
            if (onCall && !caller.answers()) {
                return ended(End.NOT_ANSWERED, "", Ids.NIL);
            }
            while (true) {
                switch (runner.next()) {
                    case FlowStep.Passed(var at, var way) -> passed(at, way);
                    case FlowStep.Skipped(var at, var reason) -> add(at, "", "", "", reason);
                    case FlowStep.Perform(var at, var order) -> perform(at, order);
                    case FlowStep.Sleep(var at, var duration) -> {
                        add(at);
                        now = now.plus(duration);
                    }
                    case FlowStep.JoinQueue(var at, var queueId) -> {
                        add(at);
                        return ended(End.QUEUE, "", queueId);
                    }
                    case FlowStep.HangUp(var at, var reason) -> {
                        add(at);
                        return ended(End.HANGUP, reason, Ids.NIL);
                    }
                    case FlowStep.MachineHeard _ -> {
                        return ended(End.HANGUP, "amd", Ids.NIL);
                    }
                    case FlowStep.Stopped(var at) -> {
                        add(at);
                        return ended(End.FINISHED, "", Ids.NIL);
                    }
                    case FlowStep.Finished(var queueFollows) -> {
                        boolean joins = queueFollows && onCall && campaign.hasQueue();
                        return ended(joins ? End.QUEUE : End.FINISHED, "", joins ? campaign.queueId() : Ids.NIL);
                    }
                    case FlowStep.Failed(var at, var reason) -> {
                        return failed(at, reason);
                    }
                }
            }
        }

        private void passed(At at, String way) {
            if (ActionType.of(at.action().type()).orElse(null) == ActionType.DIGITS_RECEIVE) {
                // Enough had been pressed before: what was meant for this one is not needed.
                received++;
            }
            add(at, way, "", "", "");
        }

        private void perform(At at, MediaOrder order) {
            switch (order) {
                case MediaOrder.Talk talk -> {
                    spoken.add(talk.text());
                    add(at, "", talk.text(), "", "");
                    runner.ended(MediaResult.DONE);
                }
                case MediaOrder.ReceiveDigits receive -> {
                    var pressed = pressed(receive);
                    add(at, "", "", pressed, "");
                    pressed.chars().forEach(key -> runner.pressed((char) key));
                    runner.ended(MediaResult.DONE);
                }
                case MediaOrder.DetectMachine _ -> {
                    add(at);
                    runner.ended(new MediaResult("", caller.machine()));
                }
                case MediaOrder.Echo(var length) -> {
                    add(at);
                    now = now.plus(length);
                    runner.ended(MediaResult.DONE);
                }
                default -> {
                    add(at);
                    runner.ended(MediaResult.DONE);
                }
            }
        }

        /** No more keys than end the waiting. */
        private String pressed(MediaOrder.ReceiveDigits receive) {
            if (received >= caller.keys().size()) {
                waits++;
            }
            var entry = received < caller.keys().size() ? caller.keys().get(received) : "";
            received++;
            for (int i = 0; i < entry.length(); i++) {
                if (receive.endKeys().indexOf(entry.charAt(i)) >= 0 || i + 1 == receive.length()) {
                    return entry.substring(0, i + 1);
                }
            }
            now = now.plus(receive.longest());
            return entry;
        }

        /** The action that failed was reached; the one beyond the limit was not run. */
        private Result failed(At at, String reason) {
            if (reason.equals(FlowRunner.LIMIT)) {
                return ended(End.LIMIT, reason, Ids.NIL);
            }
            add(at);
            return ended(End.ERROR, reason, Ids.NIL);
        }

        private void add(At at) {
            add(at, "", "", "", "");
        }

        private void add(At at, String way, String said, String keys, String skipped) {
            path.add(new Step(at.index(), at.flowId(), at.action(), way, said, keys, skipped));
        }

        private Result ended(End end, String reason, UUID queueId) {
            return new Result(
                    List.copyOf(path),
                    List.copyOf(spoken),
                    new TreeMap<>(runner.variables().all()),
                    end,
                    reason,
                    queueId,
                    waits);
        }
    }
}
