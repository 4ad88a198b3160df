package dev.outpace.telephony.simulated;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Known people in place of chance. */
@FunctionalInterface
public interface People {
    /**
     * @param ordinal of the campaign's dials, from 1
     * @return null where chance decides
     */
    @Nullable
    Person of(UUID campaignId, long ordinal);
}
