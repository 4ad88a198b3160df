package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.time.Instant;

/** What Asterisk tells about callers who are offered to phones. */
final class OfferEvents {
    private final Offers offers;
    private final ChannelIds ids;
    private final AsteriskCalls calls;

    OfferEvents(Offers offers, ChannelIds ids, AsteriskCalls calls) {
        this.offers = offers;
        this.ids = ids;
        this.calls = calls;
    }

    void event(AmiMessage event, Instant at) {
        switch (event.event()) {
            case "DialBegin" -> dialing(event);
            case "Newstate" -> offers.leg(event.get("Uniqueid")).ifPresent(offer -> offers.stated(offer, event, at));
            case "DialState" -> offers.leg(event.get("DestUniqueid")).ifPresent(offer -> offers.rings(offer, at));
            case "DialEnd" ->
                offers.leg(event.get("DestUniqueid"))
                        .filter(_ -> event.get("DialStatus").equals("ANSWER"))
                        .ifPresent(offer -> offers.answered(offer, at));
            case "LocalOptimizationBegin" ->
                offers.leg(event.get("LocalOneUniqueid")).ifPresent(offer -> offer.shortened = true);
            case "BridgeEnter" -> {
                offers.leg(event.get("SwapUniqueid"))
                        .filter(offer -> offer.shortened)
                        .ifPresent(offer -> offers.shortened(offer, event.get("Uniqueid")));
                entered(event.get("Uniqueid"), at);
            }
            case "BridgeLeave" ->
                offers.leg(event.get("Uniqueid"))
                        .filter(offer -> offer.onTheLine)
                        .ifPresent(offer -> {
                            offer.phoneIsIn = false;
                            offers.settle(offer, at);
                        });
            case "HangupRequest" ->
                offers.leg(event.get("Uniqueid")).ifPresent(offer -> {
                    offer.phoneHungUp = true;
                    offer.endsBy(event.number("Cause"), event.number("TechCause"));
                });
            case "AgentRingNoAnswer" ->
                offers.leg(event.get("DestUniqueid")).ifPresent(offer -> {
                    offer.rangInVain = true;
                    if (offer.isSilent()) {
                        offers.settle(offer, at);
                    }
                });
            case "Hangup" -> gone(event, at);
            case "BlindTransfer" ->
                offers.leg(event.get("TransfererUniqueid"))
                        .filter(_ -> event.get("Result").equals("Success"))
                        .ifPresent(offer -> offers.transferred(offer, at));
            case "AttendedTransfer" ->
                offers.leg(event.get("OrigTransfererUniqueid"))
                        .or(() -> offers.leg(event.get("SecondTransfererUniqueid")))
                        .filter(_ -> event.get("Result").equals("Success"))
                        .ifPresent(offer -> offers.transferred(offer, at));
            default -> {
                // Of no meaning for talks.
            }
        }
    }

    /** The caller or the phone has entered a bridge; a caller who is put through enters no other. */
    private void entered(String channelId, Instant at) {
        offers.leg(channelId).filter(offer -> offer.onTheLine).ifPresent(offer -> {
            offer.phoneIsIn = true;
            offers.isTogether(offer, at);
        });
        ids.callOf(channelId)
                .flatMap(offers::find)
                .filter(offer -> offer.onTheLine)
                .ifPresent(offer -> {
                    offer.callerIsIn = true;
                    offers.isTogether(offer, at);
                });
    }

    /** Of a phone whose channels are not called like it. */
    private void dialing(AmiMessage event) {
        ids.callOf(event.get("Uniqueid"))
                .flatMap(offers::find)
                .filter(offer -> offer.legId.isEmpty())
                .ifPresent(offer -> offers.bind(offer, event.get("DestUniqueid")));
    }

    private void gone(AmiMessage event, Instant at) {
        offers.leg(event.get("Uniqueid")).ifPresent(offer -> {
            offer.endsBy(event.number("Cause"), event.number("TechCause"));
            offer.legGone = true;
            offers.settle(offer, at);
            if (calls.find(offer.callId).isEmpty()) {
                offers.forget(offer);
            }
        });
    }
}
