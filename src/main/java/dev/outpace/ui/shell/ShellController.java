package dev.outpace.ui.shell;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.FocusOrder;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame: marks the entry of the navigation, swaps screens, and gives keys their meaning. */
@SuppressWarnings("NullAway.Init") // The loader sets the fields of the FXML.
final class ShellController {

    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");
    private static final PseudoClass OPENING = PseudoClass.getPseudoClass("opening");
    private static final PseudoClass FAULTS = PseudoClass.getPseudoClass("faults");
    private static final PseudoClass UNLINKED = PseudoClass.getPseudoClass("unlinked");
    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

    private final Texts texts;
    private final Theme theme;
    private final ShellModel model;
    private final Navigator navigator;
    private final CommandPalette palette;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final Help help;
    private Subscription room = Subscription.EMPTY;
    private final BooleanProperty folded = new SimpleBooleanProperty(this, "folded");
    // In no toggle group: there, arrow keys would mark an entry without going to it.
    private final List<ToggleButton> entryButtons = new ArrayList<>();

    @FXML
    private StackPane root;

    @FXML
    private VBox navigationBar;

    @FXML
    private Label logo;

    @FXML
    private VBox firstEntries;

    @FXML
    private VBox lastEntries;

    @FXML
    private HBox topBar;

    @FXML
    private VBox top;

    @FXML
    private MenuButton stopButton;

    @FXML
    private MenuButton chip;

    @FXML
    private Tooltip chipWords;

    @FXML
    private Tooltip wholeWorkspaceName;

    @FXML
    private Tooltip wholeTelephonyName;

    @FXML
    private Button logButton;

    @FXML
    private Label workspaceName;

    @FXML
    private Label telephonyName;

    @FXML
    private Button paletteField;

    @FXML
    private Label paletteKeys;

    @FXML
    private Button themeButton;

    @FXML
    private MenuButton helpButton;

    private ListenBar listenBar;

    @FXML
    private HBox banner;

    @FXML
    private Label bannerTitle;

    @FXML
    private Label bannerText;

    @FXML
    private Button retryButton;

    @FXML
    private StackPane content;

    @FXML
    private Label connection;

    @FXML
    private Label dialing;

    @FXML
    private Label inProgress;

    @FXML
    private Label clock;

    ShellController(
            Texts texts,
            Theme theme,
            ShellModel model,
            Navigator navigator,
            CommandPalette palette,
            DialogLayer dialogs,
            ToastLayer toasts,
            Help help) {
        this.texts = texts;
        this.theme = theme;
        this.model = model;
        this.navigator = navigator;
        this.palette = palette;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.help = help;
    }

    @FXML
    void initialize() {
        root.addEventFilter(InputEvent.ANY, this::holdWhileOpening);
        root.getChildren().addAll(toasts, palette, dialogs);
        topBar.getChildren().add(topBar.getChildren().indexOf(themeButton), new AlarmBell(texts, model.alarms()));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        navigationBar.addEventFilter(KeyEvent.KEY_PRESSED, this::onNavigationKey);
        paletteKeys.setText(Shortcut.PALETTE.label());
        paletteField.setAccessibleText(texts.get("shell.palette.field"));
        helpButton
                .getItems()
                .setAll(helpCommands().stream().map(ShellController::item).toList());
        palette.addSource(this::ownCommands);
        palette.addSource(model::emergencyStops);
        top.getChildren().add(1, new ClosingBanner(texts, model.closingProperty()));
        top.getChildren().add(2, new LinkBarBanner(model.linkBarProperty()));
        listenBar = new ListenBar(texts, model.listeningProperty());
        top.getChildren().add(listenBar);
        top.getChildren().add(new LinkNoticeLine(texts, model.noticeProperty()));
        navigator.entries().forEach(this::addEntry);
        navigator.placeProperty().subscribe(this::show);
        folded.subscribe(this::fold);
        theme.modeProperty().subscribe(this::drawTheme);
        bindWorkspace();
        bindStatus();
        bindLink();
    }

    private void holdWhileOpening(InputEvent event) {
        if (model.openingProperty().get()) {
            event.consume();
        }
    }

    private void addEntry(NavigationEntry entry) {
        var name = texts.get(entry.textKey());
        var button = new ToggleButton(name, new FontIcon(entry.icon()));
        button.getStyleClass().add("navigation-entry");
        entryButtons.add(button);
        button.setUserData(entry.id());
        button.setAccessibleText(name);
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(name + "   " + entry.keys().label()));
        button.setOnAction(event -> {
            navigator.go(entry.id());
            mark(navigator.getPlace());
        });
        (entry.atEnd() ? lastEntries : firstEntries).getChildren().add(button);
    }

    private void show(Navigator.@Nullable Place place) {
        mark(place);
        room.unsubscribe();
        if (place == null) {
            content.getChildren().clear();
            room = Subscription.EMPTY;
        } else {
            content.getChildren().setAll(place.screen().node());
            room = place.screen().wantsRoom().subscribe(folded::set);
        }
    }

    /** Also puts the mark back where leaving was refused. */
    private void mark(Navigator.@Nullable Place place) {
        for (var button : entryButtons) {
            button.setSelected(place != null && place.entry().equals(button.getUserData()));
        }
    }

    private void fold(boolean value) {
        navigationBar.pseudoClassStateChanged(FOLDED, value);
        var display = value ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        logo.setContentDisplay(display);
        entryButtons.forEach(button -> button.setContentDisplay(display));
    }

    private void drawTheme(Theme.Mode mode) {
        boolean dark = mode == Theme.Mode.DARK;
        themeButton.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
        var words = texts.get(dark ? "shell.theme.light" : "shell.theme.dark");
        themeButton.setAccessibleText(words);
        themeButton.setTooltip(new Tooltip(words + "   " + Shortcut.SWITCH_THEME.label()));
    }

    private void bindWorkspace() {
        workspaceName.textProperty().bind(model.workspaceProperty());
        telephonyName.textProperty().bind(model.telephonyProperty().map(name -> "· " + name));
        model.telephonyCommands()
                .subscribe(() -> chip.getItems()
                        .setAll(model.telephonyCommands().stream()
                                .map(ShellController::item)
                                .toList()));
        wholeWorkspaceName.textProperty().bind(workspaceName.textProperty());
        wholeTelephonyName.textProperty().bind(telephonyName.textProperty());
        chipWords.textProperty().bind(model.telephonyWordsProperty());
        chip.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "shell.chip",
                                model.workspaceProperty().get(),
                                model.telephonyProperty().get(),
                                model.telephonyWordsProperty().get()),
                        model.workspaceProperty(),
                        model.telephonyProperty(),
                        model.telephonyWordsProperty()));
        model.telephonyStateProperty().subscribe(state -> {
            root.pseudoClassStateChanged(FAULTS, state == TelephonyState.LINKED_WITH_FAULTS);
            root.pseudoClassStateChanged(UNLINKED, state == TelephonyState.UNLINKED);
        });
        model.emergencyStops().subscribe(this::fillStopButton);
        model.openingProperty().subscribe(opening -> {
            root.pseudoClassStateChanged(OPENING, opening);
            List.of(connection, dialing, inProgress).forEach(words -> words.setVisible(!opening));
            fillStopButton();
        });
    }

    private void fillStopButton() {
        stopButton
                .getItems()
                .setAll(model.emergencyStops().stream()
                        .map(ShellController::item)
                        .toList());
        boolean some = !stopButton.getItems().isEmpty();
        stopButton.setVisible(some);
        // Its place is kept while the workspace is opened, so that nothing beside it moves then.
        stopButton.setManaged(some || model.openingProperty().get());
    }

    private static MenuItem item(Command command) {
        var item = new MenuItem(command.title());
        item.setOnAction(_ -> command.run().run());
        return item;
    }

    private void bindStatus() {
        dialing.textProperty()
                .bind(model.dialingProperty()
                        .map(count -> texts.get("shell.status.dialing", texts.number(count.longValue()))));
        inProgress
                .textProperty()
                .bind(model.inProgressProperty()
                        .map(count -> texts.get("shell.status.progress", texts.number(count.longValue()))));
        clock.textProperty().bind(model.nowProperty().map(now -> now == null ? "" : texts.dateTime(now)));
    }

    private void bindLink() {
        banner.visibleProperty()
                .bind(model.linkUpProperty().not().and(model.linkBarProperty().isNull()));
        banner.managedProperty().bind(banner.visibleProperty());
        retryButton.visibleProperty().bind(model.retryProperty().isNotNull());
        retryButton.managedProperty().bind(retryButton.visibleProperty());
        logButton.visibleProperty().bind(model.logProperty().isNotNull());
        logButton.managedProperty().bind(logButton.visibleProperty());
        retryButton
                .textProperty()
                .bind(model.retryWordProperty().map(word -> word.isEmpty() ? texts.get("shell.link.retry") : word));
        model.lostTitleProperty().subscribe(_ -> tellLink());
        model.lostTextProperty().subscribe(_ -> tellSince());
        model.lostAtProperty().subscribe(_ -> tellSince());
        model.lostWhyProperty().subscribe(_ -> tellSince());
        model.linkUpProperty().subscribe(up -> tellLink());
        model.telephonyProperty().subscribe(name -> tellLink());
    }

    private void tellSince() {
        var said = model.lostTextProperty().get();
        if (!said.isEmpty()) {
            bannerText.setText(said);
            return;
        }
        var since = model.lostAtProperty().get();
        bannerText.setText(since == null ? "" : valuesFrom(since));
    }

    private String valuesFrom(Instant moment) {
        var why = model.lostWhyProperty().get();
        return why.isEmpty()
                ? texts.get("shell.link.since", texts.time(moment))
                : texts.get("shell.link.why", texts.time(moment), why);
    }

    private void tellLink() {
        boolean up = model.linkUpProperty().get();
        var name = model.telephonyProperty().get();
        connection.setText(texts.get(up ? "shell.status.connected" : "shell.status.lost", name));
        var said = model.lostTitleProperty().get();
        bannerTitle.setText(said.isEmpty() ? texts.get("shell.link.lost", name) : said);
        root.pseudoClassStateChanged(LOST, !up);
    }

    @FXML
    void showLog() {
        var action = model.logProperty().get();
        if (action != null) {
            action.run();
        }
    }

    @FXML
    void retry() {
        var action = model.retryProperty().get();
        if (action != null) {
            action.run();
        }
    }

    @FXML
    void openPalette() {
        palette.open(paletteField.localToScene(paletteField.getLayoutBounds()));
    }

    @FXML
    void switchTheme() {
        theme.setMode(theme.getMode().other());
    }

    private void onKey(KeyEvent event) {
        if (dialogs.isShowing() || model.openingProperty().get()) {
            return;
        }
        for (var shortcut : Shortcut.values()) {
            if (shortcut.matches(event) && perform(shortcut)) {
                event.consume();
                return;
            }
        }
    }

    /** Arrows move the focus from entry to entry; Space and Enter go there. */
    private void onNavigationKey(KeyEvent event) {
        int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (by != 0) {
            int now = entryButtons.indexOf(root.getScene().getFocusOwner());
            entryButtons.get(Math.floorMod(now + by, entryButtons.size())).requestFocus();
            event.consume();
        }
    }

    private boolean perform(Shortcut shortcut) {
        var place = navigator.getPlace();
        if (place != null && place.screen().perform(shortcut)) {
            return true;
        }
        switch (shortcut) {
            case PALETTE -> openPalette();
            case FOLD_NAVIGATION -> folded.set(!folded.get());
            case SWITCH_THEME -> switchTheme();
            case SHORTCUTS -> help.showShortcuts();
            case BACK -> navigator.back();
            case NEXT_REGION -> moveRegion(1);
            case PREVIOUS_REGION -> moveRegion(-1);
            default -> {
                return goBy(shortcut);
            }
        }
        return true;
    }

    private boolean goBy(Shortcut shortcut) {
        var entry = navigator.entries().stream()
                .filter(candidate -> candidate.keys() == shortcut)
                .findFirst();
        entry.ifPresent(found -> navigator.go(found.id()));
        return entry.isPresent();
    }

    private void moveRegion(int by) {
        var regions = new ArrayList<Node>(List.of(navigationBar, topBar));
        if (listenBar.isVisible()) {
            regions.add(listenBar);
        }
        var place = navigator.getPlace();
        if (place != null) {
            regions.addAll(place.screen().regions());
        }
        int now = -1;
        for (int i = 0; i < regions.size(); i++) {
            if (FocusOrder.isIn(root.getScene().getFocusOwner(), regions.get(i))) {
                now = i;
            }
        }
        for (int step = 1; step <= regions.size(); step++) {
            var next = FocusOrder.firstIn(regions.get(Math.floorMod(now + by * step, regions.size())));
            if (next.isPresent()) {
                FocusOrder.give(next.get());
                return;
            }
        }
    }

    private List<Command> ownCommands() {
        var commands = new ArrayList<Command>();
        for (var entry : navigator.entries()) {
            commands.add(new Command(
                    texts.get(entry.textKey()),
                    Symbol.of(entry.icon()),
                    texts.get("shell.palette.go"),
                    () -> navigator.go(entry.id())));
        }
        commands.addAll(model.telephonyCommands());
        commands.add(own(Shortcut.SWITCH_THEME, Feather.MOON));
        commands.add(own(Shortcut.FOLD_NAVIGATION, Feather.SIDEBAR));
        commands.addAll(helpCommands());
        return commands;
    }

    private List<Command> helpCommands() {
        return List.of(
                own(Shortcut.SHORTCUTS, Feather.HELP_CIRCLE),
                new Command(
                        texts.get("about.title"),
                        Symbol.of(Feather.INFO),
                        texts.get("shell.palette.command"),
                        help::showAbout));
    }

    private Command own(Shortcut shortcut, Feather icon) {
        return new Command(texts.get(shortcut.textKey()), Symbol.of(icon), shortcut.label(), () -> perform(shortcut));
    }
}
