package dev.outpace.ui.agents;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.QueueRow;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an agent stands, in words. */
final class AgentWords {

    private static final Duration LONG_AWAY = Duration.ofMinutes(40);

    private final Texts texts;
    private final LiveWorkspace live;

    AgentWords(Texts texts, LiveWorkspace live) {
        this.texts = texts;
        this.live = live;
    }

    String status(AgentStatus status) {
        return texts.get("status.agent." + status.name().toLowerCase(Locale.ROOT));
    }

    /** Every word that {@link #state} may say. */
    Stream<String> states() {
        return Stream.concat(
                Arrays.stream(AgentStatus.values()).map(this::status),
                Stream.of(texts.get("status.agent.wrapUp"), texts.get("status.unknown")));
    }

    /**
     * While the link is lost nobody knows what the phone system knows of an agent: of the phone, of talks, and of those whom a queue
     * of its own pauses. Whom Outpace sent away or signed out stays so.
     */
    boolean isUnknown(AgentRow row) {
        var moment = row.moment();
        return moment != null
                && !live.linkProperty().get().up()
                && switch (moment.status()) {
                    case AVAILABLE, RINGING, BUSY -> true;
                    case AWAY -> isInQueueOfExchange(row.agent());
                    case OFFLINE -> moment.remark() != AgentMoment.Remark.NONE || isInQueueOfExchange(row.agent());
                };
    }

    private boolean isInQueueOfExchange(Agent agent) {
        return live.queues().stream()
                .map(QueueRow::queue)
                .anyMatch(queue -> queue.exchangeQueue() != null && queue.serves(agent));
    }

    String state(AgentRow row) {
        return isUnknown(row) ? texts.get("status.unknown") : state(row.moment());
    }

    Look look(AgentRow row) {
        return isUnknown(row) ? Looks.ofUnknown() : look(row.moment());
    }

    /** @param moment null for someone of whom the engine has told nothing yet: signed out */
    private String state(@Nullable AgentMoment moment) {
        return moment != null && moment.wrappingUp()
                ? texts.get("status.agent.wrapUp")
                : status(moment == null ? AgentStatus.OFFLINE : moment.status());
    }

    private static Look look(@Nullable AgentMoment moment) {
        return moment != null && moment.wrappingUp()
                ? Looks.ofWrapUp()
                : Looks.of(moment == null ? AgentStatus.OFFLINE : moment.status());
    }

    /** How long the state lasts, or lasted when it was known last; of someone new, since they were added. */
    String time(AgentRow row, Instant now) {
        var moment = row.moment();
        var since = moment == null ? row.agent().stamps().create() : moment.since();
        var until = isUnknown(row) ? live.linkProperty().get().valuesOf(now) : now;
        var lasting = since == null ? Duration.ZERO : Duration.between(since, until);
        return texts.stopwatch(lasting.isNegative() ? Duration.ZERO : lasting);
    }

    static boolean isLongAway(AgentRow row, Instant now) {
        var moment = row.moment();
        return moment != null
                && moment.status() == AgentStatus.AWAY
                && Duration.between(moment.since(), now).compareTo(LONG_AWAY) > 0;
    }

    static boolean hasCall(AgentRow row) {
        return row.status() == AgentStatus.RINGING || row.status() == AgentStatus.BUSY;
    }

    /**
     * Whom the call is with and of which campaign it is, or why there is none; and what was ordered for after the call. While nobody
     * knows, what it was.
     */
    String reason(AgentRow row, Instant now) {
        if (!isUnknown(row)) {
            return known(row, now);
        }
        var moment = row.moment();
        return AgentWords.hasCall(row)
                ? texts.get("agents.reason.lost.with", state(moment), known(row, now))
                : texts.get("agents.reason.lost", state(moment));
    }

    private String known(AgentRow row, Instant now) {
        var moment = row.moment();
        if (moment == null) {
            return texts.get("agents.reason.offline");
        }
        return switch (moment.status()) {
            case AVAILABLE -> texts.get(isConnected(moment) ? "agents.reason.connected" : "agents.reason.available");
            case RINGING, BUSY -> withOrdered(call(moment), row.agent());
            case AWAY -> {
                var what = away(reasonOf(row));
                yield isLongAway(row, now) ? texts.get("agents.reason.longAway", what, texts.span(LONG_AWAY)) : what;
            }
            case OFFLINE ->
                texts.get(
                        switch (moment.remark()) {
                            case UNREACHABLE -> "agents.reason.unreachable";
                            case NOT_ON_EXCHANGE -> "agents.reason.notOnExchange";
                            case CONNECTING -> "agents.reason.connecting";
                            case NONE, OTHER_CALL, CONNECTED -> "agents.reason.offline";
                        });
        };
    }

    private String call(AgentMoment moment) {
        if (moment.wrappingUp()) {
            return texts.get("agents.reason.wrappingUp");
        }
        if (moment.remark() == AgentMoment.Remark.OTHER_CALL) {
            return texts.get("agents.reason.otherCall");
        }
        var campaign = Ids.isNil(moment.campaignId()) ? null : live.campaign(moment.campaignId());
        if (campaign == null) {
            return texts.get("agents.reason.call");
        }
        var call = live.call(moment.callId());
        var person = call == null ? "" : call.call().targetName();
        var with = person.isBlank()
                ? campaign.campaign().name()
                : texts.get("agents.reason.with", person, campaign.campaign().name());
        return isConnected(moment) ? texts.get("agents.reason.notShown", with) : with;
    }

    /** Whether the phone is on the line, and so shows no caller. */
    private static boolean isConnected(AgentMoment moment) {
        return moment.remark() == AgentMoment.Remark.CONNECTED;
    }

    /** What an agent who is away is away for, whoever set it. */
    static AwayReason reasonOf(AgentRow row) {
        var moment = row.moment();
        return moment == null ? AwayReason.BREAK : moment.awayFor();
    }

    String away(AwayReason reason) {
        return texts.get("agents.away." + reason.name());
    }

    private String withOrdered(String words, Agent agent) {
        return switch (agent.status()) {
            case AWAY ->
                texts.get("agents.reason.thenAway." + agent.awayReason().name(), words);
            case OFFLINE -> texts.get("agents.reason.thenOffline", words);
            case AVAILABLE, RINGING, BUSY -> words;
        };
    }
}
