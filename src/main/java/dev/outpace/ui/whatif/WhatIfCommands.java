package dev.outpace.ui.whatif;

import dev.outpace.model.CampaignType;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.shell.Command;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/** What the command palette can simulate: each campaign that agents pace. */
public final class WhatIfCommands {
    private final Texts texts;
    private final LiveWorkspace live;
    private final Consumer<CampaignRow> open;

    /** @param open simulates a campaign */
    public WhatIfCommands(Texts texts, LiveWorkspace live, Consumer<CampaignRow> open) {
        this.texts = texts;
        this.live = live;
        this.open = open;
    }

    /** As they are now. */
    public List<Command> commands() {
        return live.campaigns().stream()
                .filter(row -> row.campaign().hasQueue() && row.campaign().type() == CampaignType.CALL)
                .map(row -> new Command(
                        texts.get("whatif.command", row.campaign().name()),
                        Symbol.of(Feather.TRENDING_UP),
                        texts.get("shell.palette.command"),
                        () -> open.accept(row)))
                .toList();
    }
}
