package dev.outpace.ui.campaigns;

import dev.outpace.ui.campaign.CampaignOrders;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.shell.Command;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/** What the command palette can do with campaigns, wherever the user is: open each, start or stop each. */
public final class CampaignCommands {
    private final Texts texts;
    private final LiveWorkspace live;
    private final CampaignOrders orders;
    private final Consumer<CampaignRow> open;

    /** @param open leads to a campaign's own screen */
    public CampaignCommands(Texts texts, LiveWorkspace live, CampaignOrders orders, Consumer<CampaignRow> open) {
        this.texts = texts;
        this.live = live;
        this.orders = orders;
        this.open = open;
    }

    /** As they are now. */
    public List<Command> commands() {
        return live.campaigns().stream().flatMap(this::of).toList();
    }

    private Stream<Command> of(CampaignRow row) {
        boolean stops = CampaignOrders.stops(row);
        var name = row.campaign().name();
        return Stream.of(
                new Command(
                        name, Symbol.of(Feather.LAYERS), texts.get("campaigns.command.open"), () -> open.accept(row)),
                new Command(
                        texts.get(stops ? "campaigns.command.stop" : "campaigns.command.start", name),
                        stops ? Symbol.SQUARE : Symbol.TRIANGLE,
                        texts.get("shell.palette.command"),
                        () -> orders.startOrStop(row, waits -> {})));
    }
}
