package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.campaign.CampaignScreen;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import dev.outpace.whatif.WhatIfEffort;
import dev.outpace.workspace.Workspace;
import dev.outpace.workspace.secrets.Passphrases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** The whole console over a demo workspace, led from screen to screen. */
final class Tour implements AutoCloseable {
    private static final double SPEED = 20;
    /** Simulations that take no time to speak of. */
    static final WhatIfEffort LITTLE = new WhatIfEffort(7, 2, 1);

    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ConsoleWindow window;
    private @Nullable Scene scene;

    /** @param demo as {@link #demo} opens it; it stays open */
    Tour(Workspace demo, ResourceBundle texts) {
        this(demo, texts, LITTLE);
    }

    /** @param effort of What-if */
    Tour(Workspace demo, ResourceBundle texts, WhatIfEffort effort) {
        window = onFx(() -> {
            var pulse = Pulse.ofToolkit();
            var tasks = Tasks.ofToolkit(ForkJoinPool.commonPool(), pulse, failures::add);
            var words = new Texts(texts, ZoneOffset.UTC);
            return new ConsoleWindow(new ConsoleWindow.Parts(
                    words,
                    pulse,
                    tasks,
                    demo,
                    demo.whatIf(ForkJoinPool.commonPool(), effort),
                    new ConsoleFrame(words, new Stage(), demo.folder(), true, Theme.Mode.LIGHT),
                    new Passphrases(_ -> null),
                    _ -> {},
                    () -> {},
                    () -> {}));
        });
        UiRig.waitFor(() -> window.live().totals().inProgress() > 10);
    }

    /** Making it takes longer than looking at a screen or two. */
    static Workspace demo(Path folder) {
        return Workspace.open(
                new Workspace.Opening(folder, "a test", SPEED, true, true, 1, CarrierLog.NONE),
                new JacksonJson(),
                Clock.systemUTC());
    }

    static <T> T onFx(Callable<T> task) {
        try {
            return WaitForAsyncUtils.asyncFx(task).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    ConsoleWindow window() {
        return window;
    }

    Scene scene() {
        return Objects.requireNonNull(scene);
    }

    /**
     * Shows what is open in this theme and size, and lets it settle. In a scene of its own, because the headless platform
     * has a small screen.
     */
    void show(Theme.Mode mode, double width, double height) {
        onFx(() -> {
            window.theme().setMode(mode);
            if (scene == null) {
                scene = new Scene(window.root(), width, height);
                window.theme().install(scene);
            }
            return settle(width, height);
        });
        WaitForAsyncUtils.waitForFxEvents();
        onFx(() -> settle(width, height));
    }

    /** As a pulse does; a scene without a window has none. The scene stays as large as it was made. */
    private boolean settle(double width, double height) {
        window.root().resize(width, height);
        return layout();
    }

    /** Lays out what changed since; on the FX thread. */
    boolean layout() {
        var root = window.root();
        for (int pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.layout();
        }
        return true;
    }

    /** By name, how to get to each screen; run on the FX thread. */
    Map<String, Runnable> places() {
        var places = new LinkedHashMap<String, Runnable>();
        for (var entry : window.navigator().entries()) {
            places.put(entry.id(), () -> window.navigator().go(entry.id()));
        }
        places.put("telephony", () -> window.screens().openTelephony());
        places.put("telephony-asterisk", () -> {
            window.root().lookupAll(".telephony-screen .segment").stream()
                    .map(ToggleButton.class::cast)
                    .forEach(segment -> segment.setSelected(true));
            window.root().lookupAll(".telephony-screen .check-box").forEach(box -> ((CheckBox) box).setSelected(true));
            ((Button) window.root().lookup(".telephony-screen .check-button")).fire();
        });
        places.put(
                "telephony-reverted", () -> ((Button) window.root().lookup(".telephony-screen .revert-button")).fire());
        var campaign = campaign("Spring renewal 2026");
        simulate(campaign);
        places.put("what-if-more", () -> {
            window.navigator().go(Screens.WHAT_IF);
            ((ToggleButton) window.root().lookup(".what-if-more")).setSelected(true);
        });
        places.put("what-if-no-rule", () -> chooseInWhatIf(campaign("Payment reminder")));
        places.put("what-if-not-yet", () -> chooseInWhatIf(campaign));
        places.put("live", () -> window.screens().openCampaign(campaign));
        places.put("actions", () -> window.screens().openCampaign(campaign, CampaignScreen.Tab.ACTIONS));
        places.put("campaign-settings", () -> window.screens().openCampaign(campaign, CampaignScreen.Tab.SETTINGS));
        places.put(
                "target-list",
                () -> window.screens()
                        .openTargetList(Objects.requireNonNull(
                                window.live().outdial(campaign.campaign().outdialId()))));
        places.put("campaign-pane", () -> {
            window.navigator().go(Screens.CAMPAIGNS);
            var table = (TableView<?>) window.root().lookup(".table-view");
            table.getSelectionModel().select(3);
        });
        return places;
    }

    /** Leaves an answer on the screen. */
    private void simulate(CampaignRow campaign) {
        onFx(() -> {
            window.screens().simulate(campaign);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        try {
            WaitForAsyncUtils.waitFor(
                    5,
                    TimeUnit.MINUTES,
                    () -> onFx(() -> isShown(window.root().lookup(".what-if-answer"))
                            && !isShown(window.root().lookup(".what-if-running"))));
        } catch (TimeoutException late) {
            throw new AssertionError("The simulation does not end", late);
        }
    }

    private static boolean isShown(@Nullable Node node) {
        if (node == null) {
            return false;
        }
        for (Node above = node; above != null; above = above.getParent()) {
            if (!above.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void chooseInWhatIf(CampaignRow campaign) {
        window.navigator().go(Screens.WHAT_IF);
        @SuppressWarnings("unchecked")
        var choice = (ComboBox<CampaignRow>) window.root().lookup(".what-if .combo-box");
        choice.setValue(campaign);
    }

    /** By name, how to get the editor of a flow from state to state, in this order; run on the FX thread. */
    Map<String, Runnable> editorStates() {
        var campaign = campaign("Spring renewal 2026");
        var states = new EditorStates(window.root(), () -> settle(scene().getWidth(), scene().getHeight()));
        return states.all(() -> window.screens().openCampaign(campaign, CampaignScreen.Tab.ACTIONS));
    }

    private CampaignRow campaign(String name) {
        return window.live().campaigns().stream()
                .filter(row -> row.campaign().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        onFx(() -> {
            window.letGo();
            return true;
        });
    }
}
