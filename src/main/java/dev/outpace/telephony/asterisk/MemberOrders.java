package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiAction;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An order about an agent, carried out in one of Asterisk's queues after the other, until one refuses it. */
final class MemberOrders {
    static final String FIXED = "Member not dynamic";

    /** Asterisk's words, and those of a person. */
    private static final Map<String, String> REASONS = Map.of(
            FIXED,
            "the phone is a fixed member of the queue %s of the Asterisk, and can't be logged out of it",
            "No such queue",
            "the Asterisk has no queue %s",
            "Interface not found",
            "the phone is no member of the queue %s of the Asterisk",
            "Permission denied",
            "the user of the Asterisk's manager interface may not change the queue %s: it lacks the right to write"
                    + " agent");

    /** What can be left as it is. */
    private static final List<String> NOTHING_TO_DO = List.of("Already there", "Not there");

    private final AsteriskLink link;
    private final ArrayDeque<Part> parts;
    private final Answer answered;

    /** @param done what is known then */
    record Part(String queue, AmiAction action, Runnable done) {}

    /** Takes why the order was refused; empty if it was carried out. */
    interface Answer extends Consumer<String> {}

    MemberOrders(AsteriskLink link, List<Part> parts, Answer answered) {
        this.link = link;
        this.parts = new ArrayDeque<>(parts);
        this.answered = answered;
    }

    void give() {
        var part = parts.poll();
        if (part == null) {
            answered.accept("");
            return;
        }
        link.ask(part.action(), answer -> {
            var message = answer.get("Message");
            if (answer.agrees() || NOTHING_TO_DO.stream().anyMatch(message::contains)) {
                part.done().run();
                give();
            } else {
                answered.accept(reason(message, part.queue()));
            }
        });
    }

    static String reason(String message, String queue) {
        return REASONS.entrySet().stream()
                .filter(known -> message.contains(known.getKey()))
                .findFirst()
                .map(known -> known.getValue().formatted(queue))
                .orElse(message);
    }
}
