package dev.outpace.ui.targets;

import dev.outpace.model.Campaign;
import dev.outpace.model.Outdial;
import dev.outpace.model.TargetBar;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.forms.Users;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** One list and its targets. */
public final class TargetListScreen implements Screen {

    private static final long MIN_BETWEEN_COUNTS = 900;
    /** Counting takes at most this part of the time, however long a list is. */
    private static final int COUNTING_SHARE = 10;

    private final Parent node;
    private final OutdialRow list;
    private final TargetListScreens.Parts parts;
    private final TargetListScreens screens;
    private final TargetTableController targets;
    private final Users users;
    private final CountsBar counts;
    private Subscription following = Subscription.EMPTY;
    private Subscription followingImport = Subscription.EMPTY;
    private @Nullable ImportPanelController panel;
    private @Nullable Region panelNode;
    private boolean counted;
    private boolean counting;
    private long countAgainAt;

    @FXML
    private HBox root;

    @FXML
    private VBox listPane;

    @FXML
    private Label name;

    @FXML
    private Label usedBy;

    @FXML
    private StackPane countsPlace;

    TargetListScreen(OutdialRow list, TargetListScreens.Parts parts, TargetListScreens screens) {
        this.list = list;
        this.parts = parts;
        this.screens = screens;
        targets = new TargetTableController(list, parts);
        users = new Users(parts.live(), Campaign::outdialId);
        counts = new CountsBar(parts.texts());
        targets.setOnImport(this::importTargets);
        targets.setOnChange(() -> {
            counted = false;
            tick();
        });
        node = new Views(parts.texts()).load(this, targets);
    }

    @FXML
    void initialize() {
        countsPlace.getChildren().add(counts);
        CutText.tell(name);
        CutText.tell(usedBy);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        screens.shown(list.id());
        counted = false;
        var texts = parts.texts();
        following = Subscription.combine(
                users.follow(),
                list.outdialProperty().map(Outdial::name).subscribe(name::setText),
                users.of(list.id())
                        .subscribe(names -> usedBy.setText(
                                names.isEmpty() ? texts.get("targets.unused") : texts.get("targets.usedBy", names))),
                list.countsProperty().subscribe(this::countsChanged),
                parts.live().nowProperty().subscribe(now -> tick()));
        targets.onShow();
        if (screens.openImport(list.id()) != null) {
            openPanel();
        }
    }

    @Override
    public void onHide() {
        following.unsubscribe();
        followingImport.unsubscribe();
        targets.onHide();
        screens.shown(null);
    }

    private void countsChanged() {
        list.counts();
        counted = false;
    }

    /** Once a second, and after an own change. */
    private void tick() {
        targets.tick();
        if (counted || counting || parts.clock().millis() < countAgainAt) {
            return;
        }
        counting = true;
        counted = true;
        long asked = parts.clock().millis();
        parts.tasks()
                .onFx(
                        parts.workspace().targetLists().bar(list.id()),
                        bar -> show(bar, asked),
                        failure -> counting = false);
    }

    private void show(TargetBar bar, long asked) {
        long now = parts.clock().millis();
        counting = false;
        countAgainAt = now + Math.max(MIN_BETWEEN_COUNTS, COUNTING_SHARE * (now - asked));
        counts.show(bar);
        targets.showTotals(bar);
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        switch (shortcut) {
            case FIND -> targets.focusFilter();
            case CREATE -> targets.add();
            case IMPORT_FILE -> importTargets();
            case BACK -> {
                if (panel == null) {
                    back();
                } else {
                    closePanel();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Node> regions() {
        return Stream.of(listPane, panelNode)
                .filter(node -> node != null && node.isVisible())
                .map(Node.class::cast)
                .toList();
    }

    @FXML
    void back() {
        parts.goBack().run();
    }

    @FXML
    void add() {
        targets.add();
    }

    /** Opens the panel; with it open, the choice of a file. */
    @FXML
    void importTargets() {
        var open = panel;
        if (open == null) {
            openPanel();
        } else {
            open.choose();
        }
    }

    private void openPanel() {
        var model = screens.importInto(list);
        followingImport.unsubscribe();
        var opened = new ImportPanelController(
                parts.texts(),
                list.outdial().name(),
                model,
                parts.workspace().targetImports().regions(),
                parts.files(),
                parts.toasts(),
                this::closePanel);
        var node = (Region) new Views(parts.texts()).load(opened);
        removePanel();
        panel = opened;
        panelNode = node;
        root.getChildren().add(node);
        arrange();
        opened.focus();
        followingImport =
                Subscription.combine(opened.follow(), model.stageProperty().subscribe(stage -> targets.tick()));
    }

    private void closePanel() {
        followingImport.unsubscribe();
        removePanel();
        screens.close(list.id());
        arrange();
        targets.focusTable();
    }

    private void removePanel() {
        if (panelNode != null) {
            root.getChildren().remove(panelNode);
        }
        panel = null;
        panelNode = null;
    }

    private void arrange() {
        var over = panelNode;
        listPane.setVisible(over == null);
        listPane.setManaged(over == null);
        if (over != null) {
            HBox.setHgrow(over, Priority.ALWAYS);
        }
    }
}
