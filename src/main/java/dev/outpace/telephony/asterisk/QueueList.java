package dev.outpace.telephony.asterisk;

import dev.outpace.model.FoundQueue;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** Asterisk's own queues as {@code QueueStatus} lists them. */
final class QueueList {
    private QueueList() {}

    /** By their names. */
    static List<FoundQueue> of(List<AmiMessage> rows) {
        var waiting = new TreeMap<String, Integer>();
        var members = new LinkedHashMap<String, Integer>();
        for (var row : rows) {
            switch (row.event()) {
                case "QueueParams" -> waiting.put(row.get("Queue"), row.number("Calls"));
                case "QueueMember" -> members.merge(row.get("Queue"), 1, Integer::sum);
                default -> {
                    // The callers are counted by the queue itself.
                }
            }
        }
        return waiting.entrySet().stream()
                .map(queue -> new FoundQueue(queue.getKey(), members.getOrDefault(queue.getKey(), 0), queue.getValue()))
                .toList();
    }
}
