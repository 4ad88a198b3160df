package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.ui.agents.AgentsScreen;
import dev.outpace.ui.calls.CallsScreen;
import dev.outpace.ui.campaign.CampaignOrders;
import dev.outpace.ui.campaign.CampaignScreen;
import dev.outpace.ui.campaign.LiveOrders;
import dev.outpace.ui.campaigns.CampaignCommands;
import dev.outpace.ui.campaigns.CampaignsScreen;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.forms.SupervisorOrders;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.outplans.OutplansScreen;
import dev.outpace.ui.rules.RulesScreen;
import dev.outpace.ui.settings.Folders;
import dev.outpace.ui.settings.SettingsScreen;
import dev.outpace.ui.settings.SettingsSectionsScreen;
import dev.outpace.ui.settings.SettingsSectionsScreen.Section;
import dev.outpace.ui.settings.TelephonyScreen;
import dev.outpace.ui.settings.TelephonySource;
import dev.outpace.ui.shell.Command;
import dev.outpace.ui.shell.NavigationEntry;
import dev.outpace.ui.shell.Navigator;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.targets.CsvFiles;
import dev.outpace.ui.targets.TargetListScreens;
import dev.outpace.ui.targets.TargetListsScreen;
import dev.outpace.ui.whatif.WhatIfCommands;
import dev.outpace.ui.whatif.WhatIfScreen;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The screens and where they stand in the navigation. */
final class Screens {
    static final String CAMPAIGNS = "campaigns";
    static final String TARGETS = "targets";
    static final String WHAT_IF = "what-if";
    private static final String RULES = "rules";
    private static final String AGENTS = "agents";
    private static final String CALLS = "calls";
    private static final String SETTINGS = "settings";
    private static final String GENERAL = "general";
    private static final String TELEPHONY = "telephony";

    private final ConsoleWindow.Parts parts;
    private final LiveWorkspace live;
    private final Navigator navigator;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final CampaignOrders orders;
    private final LiveOrders liveOrders;
    private final TargetListScreens targetListScreens;
    private final Runnable resetDemo;
    private final Runnable reopen;
    private final FileChoice files = FileChoice.ofPlatform();
    private final Finds finds;
    private @Nullable WhatIfScreen whatIf;
    private @Nullable AgentsScreen agents;
    private @Nullable CallsScreen calls;
    private @Nullable SettingsSectionsScreen settings;

    Screens(ConsoleWindow.Parts parts, LiveWorkspace live, Runnable resetDemo, Runnable reopen) {
        this.parts = parts;
        this.live = live;
        this.resetDemo = resetDemo;
        this.reopen = reopen;
        navigator = parts.frame().navigator();
        dialogs = parts.frame().dialogs();
        toasts = parts.frame().toasts();
        var workspace = parts.workspace();
        orders = new CampaignOrders(workspace.campaigns(), parts.tasks(), dialogs, toasts, parts.texts());
        liveOrders = new LiveOrders(
                workspace.campaigns(),
                workspace.calls(),
                new SupervisorOrders(parts.texts(), workspace.supervision(), parts.tasks(), dialogs, toasts),
                parts.tasks(),
                dialogs,
                toasts,
                parts.texts());
        targetListScreens = new TargetListScreens(new TargetListScreens.Parts(
                parts.texts(),
                workspace,
                live,
                parts.tasks(),
                Clock.systemUTC(),
                dialogs,
                toasts,
                CsvFiles.ofToolkit(parts.texts()),
                navigator::back));
        finds = new Finds(parts.texts(), live, this::openTargetList, this::findAgent, this::findCalls);
    }

    /** @param made asked when an entry is first gone to */
    static List<NavigationEntry> entries(Supplier<Screens> made) {
        return List.of(
                entry(CAMPAIGNS, "shell.nav.campaigns", Feather.LAYERS, Shortcut.GO_1, made, Screens::campaigns),
                entry(TARGETS, "shell.nav.targets", Feather.LIST, Shortcut.GO_2, made, Screens::targetLists),
                entry("outplans", "shell.nav.outplans", Feather.REPEAT, Shortcut.GO_3, made, Screens::outplans),
                entry(RULES, "shell.nav.rules", Feather.SHIELD, Shortcut.GO_4, made, Screens::rules),
                entry(AGENTS, "shell.nav.agents", Feather.USERS, Shortcut.GO_5, made, Screens::agents),
                entry(CALLS, "shell.nav.calls", Feather.PHONE, Shortcut.GO_6, made, Screens::calls),
                entry(WHAT_IF, "shell.nav.whatif", Feather.TRENDING_UP, Shortcut.GO_7, made, Screens::whatIf),
                new NavigationEntry(
                        SETTINGS,
                        "shell.nav.settings",
                        Feather.SETTINGS,
                        () -> made.get().settings(),
                        Shortcut.SETTINGS,
                        true));
    }

    private static NavigationEntry entry(
            String id,
            String textKey,
            Feather icon,
            Shortcut keys,
            Supplier<Screens> made,
            Function<Screens, Screen> screen) {
        return new NavigationEntry(id, textKey, icon, () -> screen.apply(made.get()), keys);
    }

    /** What the command palette finds besides the screens. */
    List<Command> commands() {
        var simulations = new WhatIfCommands(parts.texts(), live, this::simulate).commands();
        var ofCampaigns = new CampaignCommands(parts.texts(), live, orders, this::openCampaign).commands();
        return Stream.of(ofCampaigns, simulations, finds.byName())
                .flatMap(List::stream)
                .toList();
    }

    /** What it finds for a text that is being typed. */
    List<Command> commands(String typed) {
        return finds.byNumber(typed);
    }

    /** Leads to What-if with the values of a campaign, and simulates it. */
    void simulate(CampaignRow row) {
        navigator.go(WHAT_IF);
        whatIf().open(row);
    }

    private WhatIfScreen whatIf() {
        var screen = whatIf;
        if (screen == null) {
            screen = new WhatIfScreen(
                    new WhatIfScreen.Parts(parts.texts(), live, parts.tasks(), parts.pulse(), dialogs, toasts, files),
                    parts.whatIf());
            whatIf = screen;
        }
        return screen;
    }

    private Screen campaigns() {
        return new CampaignsScreen(new CampaignsScreen.Parts(
                parts.texts(),
                parts.workspace(),
                live,
                parts.tasks(),
                dialogs,
                toasts,
                orders,
                files,
                this::openCampaign,
                row -> openCampaign(row, CampaignScreen.Tab.SETTINGS)));
    }

    void openCampaign(CampaignRow row) {
        openCampaign(row, CampaignScreen.Tab.LIVE);
    }

    void openCampaign(CampaignRow row, CampaignScreen.Tab tab) {
        var screen = campaign(row);
        screen.open(tab);
        navigator.open(CAMPAIGNS, screen);
    }

    private CampaignScreen campaign(CampaignRow row) {
        return new CampaignScreen(
                row,
                new CampaignScreen.Parts(
                        parts.texts(),
                        parts.pulse(),
                        Clock.systemUTC(),
                        orders,
                        liveOrders,
                        this::agentName,
                        parts.workspace().campaigns(),
                        parts.workspace().calls(),
                        parts.workspace().resources(),
                        live,
                        parts.tasks(),
                        dialogs,
                        toasts,
                        new JacksonJson(),
                        navigator::back));
    }

    private String agentName(UUID agentId) {
        var agent = live.agent(agentId);
        return agent == null ? "" : agent.agent().name();
    }

    private Screen outplans() {
        return new OutplansScreen(parts.texts(), parts.workspace(), live, parts.tasks(), dialogs, toasts);
    }

    private Screen rules() {
        return new RulesScreen(new RulesScreen.Parts(
                parts.texts(), parts.workspace(), live, parts.tasks(), Clock.systemUTC(), dialogs, toasts, files));
    }

    void openTargetList(OutdialRow row) {
        navigator.open(TARGETS, targetListScreens.of(row));
    }

    private Screen targetLists() {
        return new TargetListsScreen(
                parts.texts(), parts.workspace(), live, parts.tasks(), dialogs, toasts, this::openTargetList);
    }

    private AgentsScreen agents() {
        var screen = agents;
        if (screen == null) {
            screen = new AgentsScreen(
                    parts.texts(), parts.workspace(), live, parts.tasks(), dialogs, toasts, this::openCampaign);
            agents = screen;
        }
        return screen;
    }

    private void findAgent(String name) {
        navigator.go(AGENTS);
        agents().find(name);
    }

    private CallsScreen calls() {
        var screen = calls;
        if (screen == null) {
            screen = new CallsScreen(
                    parts.texts(),
                    parts.workspace(),
                    live,
                    parts.tasks(),
                    parts.pulse(),
                    toasts,
                    files,
                    liveOrders::hangUp,
                    liveOrders.listen(),
                    this::openCampaign);
            calls = screen;
        }
        return screen;
    }

    private void findCalls(String number) {
        navigator.go(CALLS);
        calls().find(number);
    }

    /** Leads to these calls and no others. */
    void showCalls(Set<UUID> ids) {
        navigator.go(CALLS);
        calls().showOnly(ids);
    }

    /** Shows the folder with the log in the desktop's window of files. */
    void showLog() {
        DesktopFolders.show(Logging.folder(parts.workspace().folder()));
    }

    private void openCampaign(UUID campaignId) {
        var row = live.campaign(campaignId);
        if (row != null) {
            openCampaign(row);
        }
    }

    private SettingsSectionsScreen settings() {
        var screen = settings;
        if (screen == null) {
            screen = new SettingsSectionsScreen(
                    parts.texts(),
                    List.of(
                            new Section(GENERAL, "settings.section.general", Feather.SLIDERS, this::generalSettings),
                            new Section(TELEPHONY, "settings.section.telephony", Feather.PHONE_CALL, this::telephony)));
            settings = screen;
        }
        return screen;
    }

    /** Leads to the connection to the exchange. */
    void openTelephony() {
        navigator.go(SETTINGS);
        settings().go(TELEPHONY);
    }

    private Screen generalSettings() {
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

    private Screen telephony() {
        return new TelephonyScreen(new TelephonyScreen.Parts(
                parts.texts(),
                parts.frame().model().workspaceProperty().get(),
                TelephonySource.of(parts.workspace()),
                live,
                parts.tasks(),
                parts.pulse(),
                Clock.systemUTC(),
                dialogs,
                toasts,
                files,
                reopen));
    }
}
