package dev.outpace.ui.flow;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.Looks;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A card on the canvas; shows one action, later perhaps another. */
final class CardNode extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final double TILE = 32;
    private static final double EDGE = 10;

    private final FontIcon icon = new FontIcon();
    private final StackPane tile = new StackPane(icon);
    private final Label title = new Label();
    private final Label summary = new Label();
    private final Label chip = new Label();
    private final StackPane badge = new StackPane();
    private String iconName = "";
    private @Nullable Severity severity;
    private @Nullable Look shown;

    /**
     * @param calls in progress here; empty for none
     * @param target a link can be dropped on it
     * @param dimmed others are lit
     */
    record Look(
            String icon,
            String title,
            String summary,
            String calls,
            @Nullable Severity severity,
            boolean selected,
            boolean target,
            boolean lit,
            boolean current,
            boolean dimmed) {}

    CardNode() {
        getStyleClass().add("flow-card");
        tile.getStyleClass().add("flow-tile");
        title.getStyleClass().add("flow-card-title");
        summary.getStyleClass().add("flow-card-summary");
        CutText.tell(title);
        CutText.tell(summary);
        chip.getStyleClass().add("flow-chip");
        badge.getStyleClass().add("flow-badge");
        getChildren().addAll(tile, title, summary, badge, chip);
        setManaged(false);
        setMouseTransparent(true);
        resize(FlowCard.WIDTH, FlowCard.HEIGHT);
    }

    /** Styled at once: cards come while the canvas is laid out, after the styles of that pulse. */
    void show(Look look) {
        if (look.equals(shown)) {
            return;
        }
        shown = look;
        if (!look.icon().equals(iconName)) {
            iconName = look.icon();
            icon.setIconLiteral(iconName);
        }
        title.setText(look.title());
        summary.setText(look.summary());
        chip.setText(look.calls());
        chip.setVisible(!look.calls().isEmpty());
        showSeverity(look.severity());
        pseudoClassStateChanged(SELECTED, look.selected());
        pseudoClassStateChanged(TARGET, look.target());
        pseudoClassStateChanged(LIT, look.lit());
        pseudoClassStateChanged(CURRENT, look.current());
        pseudoClassStateChanged(DIMMED, look.dimmed());
        applyCss();
    }

    /** The words that have no room on the card; empty where all of them do. */
    String cutWords() {
        return Stream.of(title, summary)
                .filter(Label::isTextTruncated)
                .map(Label::getText)
                .collect(Collectors.joining("\n"));
    }

    private void showSeverity(@Nullable Severity now) {
        if (!Objects.equals(severity, now)) {
            severity = now;
            badge.getChildren().clear();
            if (now != null) {
                var sign = Looks.of(now);
                Node drawn = sign.symbol().draw();
                sign.tone().dress(drawn);
                badge.getChildren().add(drawn);
            }
            badge.setVisible(now != null);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        tile.resizeRelocate(EDGE, (FlowCard.HEIGHT - TILE) / 2, TILE, TILE);
        double left = EDGE + TILE + EDGE;
        double room = FlowCard.WIDTH - left - EDGE;
        title.resizeRelocate(left, 7, room - (severity == null ? 0 : 20), 19);
        summary.resizeRelocate(left, 26, room, 17);
        badge.resizeRelocate(FlowCard.WIDTH - EDGE - 16, 9, 16, 16);
        double wide = chip.prefWidth(-1);
        chip.resizeRelocate(FlowCard.WIDTH - wide - 8, -9, wide, 18);
    }
}
