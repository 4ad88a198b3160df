package dev.outpace.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the engine knows of one queue right now. It stays when the queue is deleted, and then has no agents. */
final class QueueFloor {
    final UUID id;
    /** Campaigns that are paced by this queue. */
    final List<CampaignRun> runs = new ArrayList<>();
    /** False once the queue is deleted, or where it never was. */
    boolean exists;
    /** Agents in status available. */
    int free;
    /** Agents that are not offline. */
    int staffed;
    /** Calls in status dialing of all its campaigns. */
    int dialing;
    /** Answered callers on their way here who need an agent. */
    int reserved;

    QueueFloor(UUID id) {
        this.id = id;
    }

    int available() {
        return exists ? Math.max(0, free - reserved) : 0;
    }

    void wakeRuns() {
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).wake();
        }
    }
}
