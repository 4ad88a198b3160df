package dev.outpace.ui.agents;

import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.shell.Shortcut;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Whether the pane of an agent is shown. In a wide window it comes with the selection; in a narrow one, where it takes the place of the
 * list of queues, only when it is asked for. Closed, it stays so until somebody else is selected.
 */
final class AgentFlyout {
    /** There is room for three panes. */
    private static final double WIDE = 1_100;

    private final Region screen;
    private final Node queues;
    private final AgentPaneController pane;
    private @Nullable AgentRow selected;
    private boolean wanted;

    AgentFlyout(Region screen, Node queues, AgentPaneController pane) {
        this.screen = screen;
        this.queues = queues;
        this.pane = pane;
        screen.widthProperty().subscribe(this::layOut);
        layOut();
    }

    private boolean isWide() {
        return screen.getWidth() >= WIDE;
    }

    /** @param row who is selected now; null for nobody */
    void select(@Nullable AgentRow row, Instant now) {
        if (row != null && !row.equals(selected)) {
            wanted = isWide() || isShown();
        }
        selected = row;
        layOut();
        update(now);
    }

    void update(Instant now) {
        if (selected != null) {
            pane.show(selected, now);
        }
    }

    /** For the agent who is selected. */
    void open() {
        wanted = true;
        layOut();
    }

    /** @return whether it was shown */
    boolean close() {
        boolean was = isShown();
        wanted = false;
        layOut();
        return was;
    }

    boolean isShown() {
        return pane.node().isVisible();
    }

    Node node() {
        return pane.node();
    }

    private void layOut() {
        boolean shown = selected != null && wanted;
        put(pane.node(), shown);
        put(queues, !shown || isWide());
    }

    private static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** The keys that let a supervisor hear the call of the selected agent. */
    boolean perform(Shortcut shortcut) {
        return selected != null && pane.perform(shortcut);
    }
}
