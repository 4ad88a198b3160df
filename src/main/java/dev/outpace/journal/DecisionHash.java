package dev.outpace.journal;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import dev.outpace.model.AbandonStanding;
import dev.outpace.model.Address;
import dev.outpace.model.Alarm;
import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.Resource;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One number for everything that an engine has decided, ordered and stored. If two engines differ in anything, their numbers
 * differ from then on. Rare things are hashed completely, by their shape. Frequent things are hashed by the fields that can
 * differ.
 */
@SuppressWarnings("EnumOrdinal") // Compared within one program only.
final class DecisionHash {
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private static final Rare RARE = new Rare();

    private long value;

    /** The kind of the next thing, so that two kinds with equal fields have different hashes. */
    enum Kind {
        DECISION,
        ALARM,
        LINK,
        CONNECT,
        REQUEST_SNAPSHOT,
        ASSIGN,
        ORIGINATE,
        HANG_UP,
        EXECUTE,
        CANCEL,
        JOIN_QUEUE,
        LEAVE_QUEUE,
        CHANGE_AGENT,
        PROGRESSED,
        CLOSED,
        NOTED,
        STATUSES,
        SAVED,
        SET_UP,
        REOPENED,
        CLOCK
    }

    private static final class Rare {
        private final Part resource;
        private final Part media;
        private final Part change;

        Rare() {
            var parts = new Parts();
            resource = parts.of(Resource.class);
            media = parts.of(MediaOrder.class);
            change = parts.of(StatusChange.class);
        }
    }

    long value() {
        return value;
    }

    void decided(PacingDecision decision) {
        var snapshot = decision.snapshot();
        kind(Kind.DECISION);
        constant(decision.reason());
        number(decision.launched() ? 1 : 0);
        id(decision.targetId());
        id(decision.callId());
        number(decision.limit());
        moment(decision.nextTryAt());
        moment(snapshot.at());
        id(snapshot.campaignId());
        id(snapshot.queueId());
        number(snapshot.available());
        number(snapshot.reserved());
        number(snapshot.neededElsewhere());
        number(snapshot.dialing());
        number(snapshot.ownDialing());
        number(snapshot.serviceLevel());
        standing(snapshot.abandon());
        forecast(snapshot.forecast());
    }

    private void standing(@Nullable AbandonStanding standing) {
        if (standing != null) {
            number(standing.abandoned());
            number(standing.of());
            hashDouble(standing.target());
        }
    }

    private void forecast(@Nullable PacingForecast forecast) {
        if (forecast != null) {
            number(forecast.ringing());
            number(forecast.inFlow());
            hashDouble(forecast.expectedCallers());
            hashDouble(forecast.expectedFree());
            hashDouble(forecast.expectedAbandons());
            hashDouble(forecast.answerRate());
            hashDouble(forecast.abandonRate());
            hashDouble(forecast.budget());
            number(forecast.caution().ordinal());
        }
    }

    void alarmed(Alarm alarm) {
        kind(Kind.ALARM);
        moment(alarm.at());
        id(alarm.campaignId());
        text(alarm.problem().code());
    }

    void originate(CallRequest request) {
        kind(Kind.ORIGINATE);
        id(request.callId());
        id(request.campaignId());
        address(request.to());
        address(request.from());
        number(request.ringFor().toMillis());
        if (request.recorded()) {
            number(1);
        }
    }

    void execute(OrderId order, UUID callId, MediaOrder media) {
        kind(Kind.EXECUTE);
        number(order.number());
        id(callId);
        hashShape(RARE.media, media);
    }

    void resource(Resource resource) {
        hashShape(RARE.resource, resource);
    }

    void fact(Fact fact) {
        switch (fact) {
            case Fact.CallNoted(var step) -> noted(step);
            case Fact.CallProgressed(var call) -> {
                kind(Kind.PROGRESSED);
                call(call);
            }
            case Fact.CallClosed(var call, var fate) -> {
                kind(Kind.CLOSED);
                call(call);
                fate(fate);
            }
            case Fact.StatusesChanged(var changes) -> {
                kind(Kind.STATUSES);
                changes.forEach(change -> hashShape(RARE.change, change));
            }
            case Fact.ResourceSaved(var resource) -> {
                kind(Kind.SAVED);
                resource(resource);
            }
            case Fact.SetUpSaved(var importId, var resources) -> {
                kind(Kind.SET_UP);
                id(importId);
                resources.forEach(this::resource);
            }
            case Fact.TargetsReopened(var outdialId, var outplan, var at, var nextTryAt) -> {
                kind(Kind.REOPENED);
                id(outdialId);
                resource(outplan);
                moment(at);
                moment(nextTryAt);
            }
            case Fact.ClockRead(var now) -> {
                kind(Kind.CLOCK);
                moment(now);
            }
        }
    }

    private void noted(CallStep step) {
        kind(Kind.NOTED);
        id(step.callId());
        moment(step.at());
        constant(step.kind());
        id(step.actionId());
        text(step.text());
    }

    private void call(CampaignCall call) {
        id(call.id());
        id(call.campaignId());
        id(call.queueId());
        id(call.agentId());
        constant(call.status());
        constant(call.result());
        constant(call.cause());
        moment(call.answeredAt());
        moment(call.queuedAt());
        moment(call.connectedAt());
        moment(call.endedAt());
        number(call.takenLate() ? 1 : 0);
    }

    private void fate(TargetFate fate) {
        switch (fate) {
            case TargetFate.Done(var closed) -> {
                number(0);
                number(closed.bits());
            }
            case TargetFate.RetryAt(var at, var closed) -> {
                number(1);
                moment(at);
                number(closed.bits());
            }
            case TargetFate.TryGivenBack(var at) -> {
                number(2);
                moment(at);
            }
            case TargetFate.RestsUntil(var at) -> {
                number(3);
                moment(at);
            }
        }
    }

    private void address(@Nullable Address address) {
        if (address == null) {
            number(0);
        } else {
            text(address.type());
            text(address.target());
        }
    }

    private void hashShape(Part part, Object fact) {
        var sink = new ByteSink(new Recent.Tables(), 0);
        part.write(sink, fact);
        for (int i = 0; i < sink.size(); i++) {
            number(sink.bytes()[i]);
        }
    }

    private void hashDouble(double value) {
        number(Double.doubleToLongBits(value));
    }

    void kind(Kind kind) {
        number(-1 - kind.ordinal());
    }

    void id(UUID id) {
        number(id.getMostSignificantBits());
        number(id.getLeastSignificantBits());
    }

    void text(String text) {
        number(text.hashCode());
    }

    private void moment(@Nullable Instant moment) {
        number(moment == null ? Long.MIN_VALUE : moment.getEpochSecond() * 1_000_000_000 + moment.getNano());
    }

    void constant(@Nullable Enum<?> constant) {
        number(constant == null ? -1 : constant.ordinal());
    }

    void number(long number) {
        value = (Long.rotateLeft(value, 27) ^ number) * FACTOR;
    }
}
