package dev.outpace.telephony.asterisk;

import dev.outpace.model.Ids;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.util.Optional;
import java.util.UUID;

/**
 * What a caller's channel keeps about a talk in one of Asterisk's own queues whose member's local channel was left out: the next run of
 * the program could not tell it from a talk with somebody to whom the caller was passed on. It stands where a {@link WaitingNote} stood.
 */
record TalkNote(UUID agentId) {
    private static final String BEGIN = WaitingNote.VARIABLE + "=talks ";

    String written() {
        return "talks " + agentId;
    }

    /** Empty where a channel keeps none. */
    static Optional<TalkNote> read(AmiMessage row) {
        var text = row.get("Variable");
        return text.startsWith(BEGIN)
                ? Ids.parse(text.substring(BEGIN.length())).map(TalkNote::new)
                : Optional.empty();
    }
}
