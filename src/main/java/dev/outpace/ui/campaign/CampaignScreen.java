package dev.outpace.ui.campaign;

import dev.outpace.model.JsonText;
import dev.outpace.ui.campaign.CampaignViewController.CampaignTab;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.OtherCalls;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Calls;
import dev.outpace.workspace.Campaigns;
import dev.outpace.workspace.Resources;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Subscription;

/** One campaign in the window. */
public final class CampaignScreen implements Screen {
    private static final long TICK = 1_000;

    private final CampaignRow row;
    private final LiveTabController live;
    private final ActionsTabController actions;
    private final CampaignEdit edit;
    private final CampaignSaving saving;
    private final CampaignViewController view;
    private final Parent node;
    private final Pulse pulse;
    private final Clock clock;
    private Subscription shown = Subscription.EMPTY;

    /** Its tabs, in their order. */
    public enum Tab {
        LIVE,
        ACTIONS,
        SETTINGS
    }

    /** What every campaign's screen is made with. */
    public record Parts(
            Texts texts,
            Pulse pulse,
            Clock clock,
            CampaignOrders orders,
            LiveOrders liveOrders,
            Function<UUID, String> agentName,
            Campaigns campaigns,
            Calls calls,
            Resources resources,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            JsonText json,
            Runnable goBack) {}

    public CampaignScreen(CampaignRow row, Parts parts) {
        this.row = row;
        var texts = parts.texts();
        var views = new Views(texts);
        pulse = parts.pulse();
        clock = parts.clock();
        live = new LiveTabController(
                row,
                parts.liveOrders(),
                new CallsCard(
                        texts,
                        parts.liveOrders(),
                        parts.agentName(),
                        parts.live().linkProperty()),
                texts,
                parts.live()::settings,
                () -> OtherCalls.of(row, parts.live()));
        edit = new CampaignEdit(row.campaign(), DraftCheck.of(parts.campaigns()::check, parts.tasks()));
        saving = new CampaignSaving(
                edit,
                new CampaignSaving.Parts(
                        texts,
                        parts.campaigns(),
                        parts.resources(),
                        parts.live(),
                        parts.tasks(),
                        parts.dialogs(),
                        parts.toasts()));
        actions = new ActionsTabController(edit, saving, parts);
        var settings = new SettingsTabController(
                edit, saving, parts.live(), texts, parts.campaigns().recordsCalls());
        view = new CampaignViewController(
                row,
                parts.orders(),
                texts,
                parts.goBack(),
                List.of(
                        new CampaignTab(Tab.LIVE, live, () -> views.load(live)),
                        new CampaignTab(Tab.ACTIONS, actions, () -> views.load(actions)),
                        new CampaignTab(Tab.SETTINGS, settings, () -> views.load(settings))),
                edit,
                () -> views.load(new EditFooterController(edit, saving, texts)));
        node = views.load(view);
    }

    /** Shows this tab, now or when the screen comes into the window. */
    public void open(Tab tab) {
        view.open(tab);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        view.onShow();
        live.tick(clock.instant());
        shown = Subscription.combine(row.campaignProperty().subscribe(edit::take), pulse.every(TICK, () -> {
            live.tick(clock.instant());
            view.tick();
        }));
    }

    @Override
    public void onHide() {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        view.onHide();
    }

    /** Leaving takes unsaved changes along or drops them, as the user says; the window asks here too before it closes. */
    @Override
    public void beforeLeave(Runnable proceed) {
        saving.beforeLeave(proceed);
    }

    @Override
    public ObservableValue<Boolean> wantsRoom() {
        return view.wantsRoom();
    }

    @Override
    public List<Node> regions() {
        return view.regions();
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        switch (shortcut) {
            case NEXT_TAB -> view.selectNext(1);
            case PREVIOUS_TAB -> view.selectNext(-1);
            case START_STOP -> view.startOrStop();
            case SAVE -> {
                actions.beforeSave();
                saving.save(() -> {});
            }
            case BACK -> view.back();
            default -> {
                return view.isOpen(Tab.LIVE) && live.perform(shortcut);
            }
        }
        return true;
    }
}
