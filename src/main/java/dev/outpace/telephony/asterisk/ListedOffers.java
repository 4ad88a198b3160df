package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of callers who are offered to phones, by a list of all channels. */
final class ListedOffers {
    private static final String DIAL = "Dial";
    private static final String BRIDGE = "Bridge";

    private final Offers offers;
    private final ChannelIds ids;
    private final AgentLines lines;

    ListedOffers(Offers offers, ChannelIds ids, AgentLines lines) {
        this.offers = offers;
        this.ids = ids;
        this.lines = lines;
    }

    /**
     * All that Asterisk has after a link was lost, or for the first time. What happened to phones meanwhile follows from it; nobody is
     * told.
     */
    void listed(List<AmiMessage> rows, Instant at) {
        var channels = new HashMap<String, AmiMessage>();
        rows.forEach(row -> channels.put(row.get("Uniqueid"), row));
        for (var row : rows) {
            findLeg(row, channels, at);
            findPutThrough(row, rows, at);
        }
        for (var offer : offers.all()) {
            var call = channels.get(ids.of(offer.callId));
            if (call != null) {
                isAt(offer, call, channels.get(offer.legId), at);
            }
        }
    }

    /** A leg of which nothing was heard: its call was dialed as the link was lost, or by an earlier run of the program. */
    private void findLeg(AmiMessage row, Map<String, AmiMessage> channels, Instant at) {
        var callId = ids.callOf(row.get("Linkedid")).orElse(null);
        var legId = row.get("Uniqueid");
        var agents = lines.agentsAt(PhoneDevice.ofChannel(row.get("Channel")));
        if (callId == null
                || ids.callOf(legId).isPresent()
                || agents.isEmpty()
                || offers.leg(legId).isPresent()) {
            return;
        }
        var offer = offers.find(callId).orElse(null);
        var call = channels.get(ids.of(callId));
        boolean dials = call != null && call.get("Application").equals(DIAL);
        if (offer == null && dials) {
            offers.adopt(new Offer(agents.getFirst(), callId), row, at);
        } else if (offer != null && offer.legId.isEmpty() && agents.contains(offer.agentId)) {
            offers.bind(offer, legId);
        }
    }

    /** A caller of an earlier run who talks to a phone that is on the line. */
    private void findPutThrough(AmiMessage row, List<AmiMessage> rows, Instant at) {
        var callId = ids.callOf(row.get("Uniqueid")).orElse(null);
        boolean isPutThrough =
                row.get("Application").equals(BRIDGE) && !row.get("BridgeId").isEmpty();
        if (callId == null || !isPutThrough || offers.has(callId)) {
            return;
        }
        for (var leg : rows) {
            var agentId = ids.agentOf(leg.get("Uniqueid")).orElse(null);
            if (agentId != null && leg.get("BridgeId").equals(row.get("BridgeId"))) {
                var offer = new Offer(agentId, callId, leg.get("Uniqueid"));
                offer.callerIsIn = true;
                offer.phoneIsIn = true;
                offers.adopt(offer, leg, at);
            }
        }
    }

    private void isAt(Offer offer, AmiMessage call, @Nullable AmiMessage leg, Instant at) {
        var application = call.get("Application");
        offer.legGone |= leg == null;
        if (application.equals("AGI")) {
            offer.legGone |= !offer.onTheLine;
            offer.phoneIsIn = false;
            offer.over = true;
            offers.settle(offer, at);
        } else if (leg == null && offer.ofQueue && !offer.answered) {
            offer.late = true;
            offers.settle(offer, at);
        } else if (leg != null && (application.equals(DIAL) || application.equals(QueueCallers.APPLICATION))) {
            offers.stated(offer, leg, at);
        } else if (leg != null && application.equals(BRIDGE)) {
            offer.callerIsIn = !call.get("BridgeId").isEmpty();
            offer.phoneIsIn = leg.get("BridgeId").equals(call.get("BridgeId"));
            offers.isTogether(offer, at);
        } else if (leg == null) {
            offers.transferred(offer, at);
        }
    }
}
