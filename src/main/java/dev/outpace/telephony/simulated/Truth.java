package dev.outpace.telephony.simulated;

import java.util.UUID;

/** Hears what only the world knows and no exchange could tell. */
public interface Truth {
    Truth UNHEARD = new Truth() {
        @Override
        public void machineAnswered(UUID callId) {}

        @Override
        public void takenForMachine(UUID callId) {}
    };

    /** At the answer. */
    void machineAnswered(UUID callId);

    /** A person, by the detection of machines. */
    void takenForMachine(UUID callId);
}
