package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.util.List;
import java.util.Optional;

/**
 * Who has a caller of one of Asterisk's own queues, by lists of all channels and members, also a member whom nobody here knows. The leg
 * to a member is told by its application. One that took the place of a member's local channel is not: like somebody to whom the
 * caller was passed on, it is just in the same bridge.
 */
final class QueueLegs {
    private static final String OF_QUEUE = "AppQueue";
    private static final int UP = 6;

    private final List<AmiMessage> channels;
    private final List<AmiMessage> queueRows;

    /** Where a caller is. */
    sealed interface Found {
        /** @param phone as the queue has it */
        record Member(String phone, AmiMessage leg) implements Found {}

        /** The channel of whoever has the caller now: of a member whose local channel was left out, or of somebody else. */
        record Peer(AmiMessage leg) implements Found {}
    }

    QueueLegs(List<AmiMessage> channels, List<AmiMessage> queueRows) {
        this.channels = channels;
        this.queueRows = queueRows;
    }

    /** Empty for a caller who waits, and for whom no phone rings. */
    Optional<Found> find(AmiMessage caller) {
        var queue = caller.get("ApplicationData").split(",", 2)[0];
        var legs = channels.stream()
                .filter(row -> row.get("Application").equals(OF_QUEUE)
                        && row.get("Linkedid").equals(caller.get("Linkedid")))
                .toList();
        var leg = legs.stream()
                .filter(row -> row.number("ChannelState") == UP)
                .findFirst()
                .or(() -> legs.stream().findFirst());
        if (leg.isPresent()) {
            return leg.map(row -> new Found.Member(phone(queue, row), row));
        }
        return peer(caller).map(Found.Peer::new);
    }

    private Optional<AmiMessage> peer(AmiMessage caller) {
        var bridge = caller.get("BridgeId");
        return channels.stream()
                .filter(row -> !bridge.isEmpty()
                        && row.get("BridgeId").equals(bridge)
                        && !row.get("Uniqueid").equals(caller.get("Uniqueid")))
                .findFirst();
    }

    private String phone(String queue, AmiMessage leg) {
        var device = PhoneDevice.ofChannel(leg.get("Channel"));
        return members(queue).stream()
                .map(row -> row.get("Location"))
                .filter(phone -> PhoneDevice.dialed(phone).equals(device))
                .findFirst()
                .orElse(device.name());
    }

    private List<AmiMessage> members(String queue) {
        return queueRows.stream()
                .filter(row ->
                        row.event().equals("QueueMember") && row.get("Queue").equals(queue))
                .toList();
    }
}
