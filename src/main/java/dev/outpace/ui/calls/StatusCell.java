package dev.outpace.ui.calls;

import dev.outpace.model.CampaignCall;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import java.util.function.Predicate;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** How a call stands, or how it ended: icon and word. */
final class StatusCell extends TableCell<CallLine, CampaignCall> {

    private final CallWords words;
    private final Predicate<CampaignCall> unknown;
    private final IconWord word = new IconWord();

    StatusCell(CallWords words, Predicate<CampaignCall> unknown) {
        this.unknown = unknown;
        this.words = words;
        CutText.tell(word);
    }

    @Override
    protected void updateItem(@Nullable CampaignCall call, boolean empty) {
        super.updateItem(call, empty);
        if (empty || call == null) {
            setGraphic(null);
        } else {
            if (unknown.test(call)) {
                word.show(Looks.ofUnknown(), words.unknown());
            } else {
                word.show(words.look(call), words.status(call));
            }
            setGraphic(word);
        }
    }
}
