package dev.outpace.ui.campaigns;

import dev.outpace.ui.live.CampaignRow;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell that draws one side of a campaign; its nodes are made once and change their words. */
abstract class FigureCell extends TableCell<CampaignRow, CampaignFigures> {
    private @Nullable Node content;

    FigureCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    void setContent(Node node) {
        content = node;
    }

    abstract void show(CampaignFigures figures);

    @Override
    protected final void updateItem(@Nullable CampaignFigures figures, boolean empty) {
        super.updateItem(figures, empty);
        if (empty || figures == null) {
            setGraphic(null);
        } else {
            show(figures);
            setGraphic(content);
        }
    }
}
