package dev.outpace.workspace;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.journal.CallStory;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inputs of the engine as one sentence each, with the names that things had then. */
final class InputSentences {
    private final ResourceBundle texts = ResourceBundle.getBundle("dev.outpace.workspace.inputs", Locale.ROOT);
    private final ResourceBook book;

    InputSentences(ResourceBook book) {
        this.book = book;
    }

    String of(CallStory.Input input) {
        var person = input.person().isEmpty() ? text("somebody") : input.person();
        return switch (input.input()) {
            case EngineInput.CallAccepted _ -> text("accepted", person);
            case EngineInput.CallRefused(var _, var _, var why, var text) ->
                text("refused", person, text.isBlank() ? text("refusal." + why.name()) : text);
            case EngineInput.CallRinging _ -> text("ringing", person);
            case EngineInput.CallAnswered _ -> text("answered", person);
            case EngineInput.CallEnded(var _, var _, var outcome, var by) ->
                text("ended." + by.name(), person, text("outcome." + outcome.name()));
            case EngineInput.OrderEnded(var _, var _, var _, var result) ->
                result.problem().isEmpty() ? text("media", person) : text("media.failed", person, result.problem());
            case EngineInput.KeyPressed(var _, var _, var key) -> text("key", person, String.valueOf(key));
            case EngineInput.OthersCalled(var _, var _, var lines) -> text("others", person, lines);
            case EngineInput.OthersWait(var _, var queueId, var callers) ->
                text("others.wait", name(book.queue(queueId)), callers);
            case EngineInput.QueueJoined(var _, var _, var queueId) ->
                text("queued", person, name(book.queue(queueId)));
            case EngineInput.AgentRinging(var _, var _, var agentId) -> text("agent.rings", agent(agentId), person);
            case EngineInput.AgentMissed(var _, var _, var agentId, var why) ->
                text("agent.missed." + why, agent(agentId), person);
            case EngineInput.AgentConnected(var _, var _, var agentId) ->
                text("agent.connected", agent(agentId), person);
            case EngineInput.AgentReleased(var _, var _, var agentId, var how) ->
                text("agent.released." + how, agent(agentId), person);
            case EngineInput.OrderAccepted _ -> text("order.accepted");
            case EngineInput.OrderRefused(var _, var _, var reason) -> text("order.refused", reason);
            case EngineInput.QueueLeft(var _, var _, var how) -> text("left." + how.name(), person);
            case EngineInput.CallListened(var _, var _, var what, var phone) ->
                text("listened." + what.name(), phone, person);
            case EngineInput.AgentChanged(var _, var agentId, var now) ->
                text(now.isWrappingUp() ? "agent.WRAPPING_UP" : "agent." + now.status(), agent(agentId));
            case EngineInput.LinkDown(var _, var reason) -> text("link.down", reason);
            case EngineInput.LinkUp _ -> text("link.up");
            case EngineInput.StoreDown _ -> text("store.down");
            case EngineInput.StoreUp _ -> text("store.up");
            case EngineInput.CampaignStarted(var id) -> text("started", name(book.campaign(id)));
            case EngineInput.CampaignTried(var id) -> text("tried", name(book.campaign(id)));
            case EngineInput.CampaignStopped(var id, var _) -> text("stopped", name(book.campaign(id)));
            case EngineInput.RunningHeld _ -> text("held");
            case EngineInput.HangUpOrdered _ -> text("hang_up", person);
            case EngineInput.AgentOrdered(var agentId, var status, var _) ->
                text("agent.ordered", agent(agentId), status.name().toLowerCase(Locale.ROOT));
            case EngineInput.Edited(var resource, var _) -> text("edited", resource.name());
            case EngineInput.Imported(var _, var resources, var _) -> text("imported", resources.size());
            case EngineInput.TargetsChanged(var outdialId) -> text("targets", name(book.outdial(outdialId)));
            case EngineInput.LimitsChanged(var limits) ->
                text("limits", limits.concurrentCalls(), limits.callsPerSecond());
            case EngineInput.TimerFired(var key) -> timer(key, person);
            case EngineInput.Tick _ -> text("tick");
            case EngineInput.Closing _ -> text("closing");
        };
    }

    private String timer(TimerKey key, String person) {
        return switch (key) {
            case TimerKey.RetryDue(var outdialId) -> text("timer.retry", name(book.outdial(outdialId)));
            case TimerKey.DialTimeout _ -> text("timer.dial", person);
            case TimerKey.EndOverdue _ -> text("timer.end", person);
            case TimerKey.ReservationOver _ -> text("timer.reservation", person);
            case TimerKey.SleepOver _ -> text("timer.sleep", person);
            case TimerKey.OrderOverdue _ -> text("timer.order", person);
            case TimerKey.JoinOverdue _ -> text("timer.join", person);
            case TimerKey.WaitOver _ -> text("timer.wait", person);
            case TimerKey.LeaveOverdue _ -> text("timer.leave", person);
            case TimerKey.AgentOrderOverdue _ -> text("timer.agent");
            case TimerKey.CallRateFree _ -> text("timer.rate");
        };
    }

    private String agent(UUID id) {
        return name(book.agent(id));
    }

    private String name(@Nullable Resource resource) {
        return resource == null ? text("gone") : resource.name();
    }

    private String text(String key, Object... args) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(args);
    }
}
