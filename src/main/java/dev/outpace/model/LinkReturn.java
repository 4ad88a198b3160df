package dev.outpace.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the calls that were in progress when the link to the exchange was lost, as its first list after that tells.
 *
 * @param downSince null if the link was not down, or never up before
 * @param backAt when the list came
 * @param restarted whether the exchange was restarted meanwhile, which ends all its calls
 * @param goOn how many of the calls go on
 * @param ended ids of those that had ended
 * @param talked how many of the ended ones had talked to an agent
 * @param triedAgain how many targets of the ended ones are tried again by their outplan
 */
public record LinkReturn(
        @Nullable Instant downSince,
        Instant backAt,
        boolean restarted,
        int goOn,
        Set<UUID> ended,
        int talked,
        int triedAgain) {
    public LinkReturn {
        ended = Set.copyOf(ended);
    }

    public int calls() {
        return goOn + ended.size();
    }

    /** How many of the ended ones neither talked nor are tried again. */
    public int over() {
        return ended.size() - talked - triedAgain;
    }
}
