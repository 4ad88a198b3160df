package dev.outpace.ui.campaign;

import dev.outpace.ui.campaign.CampaignViewController.CampaignTab;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.WorkspaceSettings;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.util.Subscription;

/** One campaign in the window. */
public final class CampaignScreen implements Screen {
    private static final long TICK = 1_000;

    private final LiveTabController live;
    private final CampaignViewController view;
    private final Parent node;
    private final Pulse pulse;
    private final Clock clock;
    private Subscription ticking = Subscription.EMPTY;

    /** What every campaign's screen is made with. */
    public record Parts(
            Texts texts,
            Pulse pulse,
            Clock clock,
            CampaignOrders orders,
            LiveOrders liveOrders,
            Function<UUID, String> agentName,
            Supplier<WorkspaceSettings> settings,
            Runnable goBack) {}

    public CampaignScreen(CampaignRow row, Parts parts) {
        var texts = parts.texts();
        var views = new Views(texts);
        pulse = parts.pulse();
        clock = parts.clock();
        live = new LiveTabController(
                row,
                parts.liveOrders(),
                new LiveCalls(texts, parts.liveOrders(), parts.agentName()),
                texts,
                parts.settings());
        view = new CampaignViewController(
                row,
                parts.orders(),
                texts,
                parts.goBack(),
                List.of(new CampaignTab("campaign.tab.live", () -> views.load(live))));
        node = views.load(view);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        view.onShow();
        live.onShow();
        live.tick(clock.instant());
        ticking = pulse.every(TICK, () -> live.tick(clock.instant()));
    }

    @Override
    public void onHide() {
        ticking.unsubscribe();
        ticking = Subscription.EMPTY;
        live.onHide();
        view.onHide();
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        return switch (shortcut) {
            case NEXT_TAB -> {
                view.selectNext(1);
                yield true;
            }
            case PREVIOUS_TAB -> {
                view.selectNext(-1);
                yield true;
            }
            case START_STOP -> {
                view.startOrStop();
                yield true;
            }
            case BACK -> {
                view.back();
                yield true;
            }
            default -> false;
        };
    }
}
