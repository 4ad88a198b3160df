package dev.outpace.app;

import dev.outpace.ui.campaign.CampaignOrders;
import dev.outpace.ui.campaign.CampaignScreen;
import dev.outpace.ui.campaign.LiveOrders;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.outplans.OutplansScreen;
import dev.outpace.ui.settings.Folders;
import dev.outpace.ui.settings.SettingsScreen;
import dev.outpace.ui.shell.NavigationEntry;
import dev.outpace.ui.shell.Navigator;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kordamp.ikonli.feather.Feather;

/** The screens and where they stand in the navigation. */
final class Screens {
    static final String CAMPAIGNS = "campaigns";

    private final ConsoleWindow.Parts parts;
    private final LiveWorkspace live;
    private final Navigator navigator;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final CampaignOrders orders;
    private final LiveOrders liveOrders;
    private final Runnable resetDemo;

    Screens(
            ConsoleWindow.Parts parts,
            LiveWorkspace live,
            Navigator navigator,
            DialogLayer dialogs,
            ToastLayer toasts,
            Runnable resetDemo) {
        this.parts = parts;
        this.live = live;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.resetDemo = resetDemo;
        var workspace = parts.workspace();
        orders = new CampaignOrders(workspace.campaigns(), parts.tasks(), dialogs, toasts, parts.texts());
        liveOrders =
                new LiveOrders(workspace.campaigns(), workspace.calls(), parts.tasks(), dialogs, toasts, parts.texts());
    }

    List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry("outplans", "shell.nav.outplans", Feather.REPEAT, this::outplans, Shortcut.GO_3),
                new NavigationEntry(
                        "settings", "shell.nav.settings", Feather.SETTINGS, this::settings, Shortcut.SETTINGS, true));
    }

    void openCampaign(CampaignRow row) {
        navigator.open(CAMPAIGNS, campaign(row));
    }

    private Screen campaign(CampaignRow row) {
        return new CampaignScreen(
                row,
                new CampaignScreen.Parts(
                        parts.texts(),
                        parts.pulse(),
                        Clock.systemUTC(),
                        orders,
                        liveOrders,
                        this::agentName,
                        live::settings,
                        navigator::back));
    }

    private String agentName(UUID agentId) {
        var agent = live.agent(agentId);
        return agent == null ? "" : agent.agent().name();
    }

    private Screen outplans() {
        return new OutplansScreen(parts.texts(), parts.workspace(), live, parts.tasks(), dialogs, toasts);
    }

    private Screen settings() {
        var folder = parts.workspace().folder();
        return new SettingsScreen(
                parts.texts(),
                parts.workspace(),
                live,
                parts.tasks(),
                dialogs,
                toasts,
                new Folders(folder, Logging.folder(folder), DesktopFolders::show),
                resetDemo);
    }
}
