package dev.outpace.ui.calls;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose calls are shown; null for those of all campaigns. */
record CampaignPicker(@Nullable UUID id, String name) {

    /** As the picker shows it. */
    @Override
    public String toString() {
        return name;
    }
}
