package dev.outpace.ui.whatif;

import dev.outpace.ui.live.CampaignRow;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A campaign as a choice names it; nobody types one. */
final class CampaignNames extends StringConverter<CampaignRow> {
    @Override
    public String toString(@Nullable CampaignRow row) {
        return row == null ? "" : row.campaign().name();
    }

    @Override
    public @Nullable CampaignRow fromString(String name) {
        return null;
    }
}
