package dev.outpace.ui.targets;

import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/** The destinations of a target with their tries: two as chips, one where there is less room, and a button for the rest. */
final class DestinationsCell extends TableCell<TargetRow, OutdialTarget> {

    private static final int MAX_CHIPS = 2;

    private final Texts texts;
    private final TargetWords words;
    private final Supplier<@Nullable Outplan> outplan;
    private final ChipLine line = new ChipLine();

    /** @param outplan whose limits count; null while none or more than one would */
    DestinationsCell(Texts texts, Supplier<@Nullable Outplan> outplan) {
        this.texts = texts;
        this.words = new TargetWords(texts);
        this.outplan = outplan;
    }

    @Override
    protected void updateItem(@Nullable OutdialTarget target, boolean empty) {
        super.updateItem(target, empty);
        if (empty || target == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var set = set(target);
        int chips = Math.min(set.size(), MAX_CHIPS);
        line.show(
                set.subList(0, chips).stream().map(index -> chip(target, index)).toList(),
                IntStream.rangeClosed(1, chips)
                        .filter(shown -> shown < set.size())
                        .mapToObj(shown -> rest(target, set.size() - shown))
                        .toList());
        setAccessibleText(set.stream().map(index -> spoken(target, index)).collect(Collectors.joining(", ")));
        setGraphic(line);
    }

    private static List<Integer> set(OutdialTarget target) {
        return IntStream.range(0, Outplan.DESTINATIONS)
                .filter(index -> target.destinations().get(index) != null)
                .boxed()
                .toList();
    }

    private @Nullable Integer most(int index) {
        var limits = outplan.get();
        return limits == null ? null : limits.maxTryCounts().get(index);
    }

    private HBox chip(OutdialTarget target, int index) {
        var number = new Label(PhoneNumbers.show(target.destinations().get(index)));
        number.getStyleClass().add("chip-number");
        CutText.tell(number);
        var tries = new Label(words.tries(target, index, most(index)));
        tries.getStyleClass().add("chip-tries");
        tries.setMinWidth(USE_PREF_SIZE);
        var chip = new HBox(number, tries);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private String spoken(OutdialTarget target, int index) {
        return PhoneNumbers.show(target.destinations().get(index)) + ", "
                + words.triesInFull(target, index, most(index));
    }

    private Button rest(OutdialTarget target, int hidden) {
        var button = new Button(texts.get("targets.more", hidden));
        button.getStyleClass().addAll("flat", "small", "more-destinations");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.get("targets.moreInFull", hidden, target.name()));
        button.setOnAction(event -> {
            var list = new VBox(8);
            list.getStyleClass().add("destinations-list");
            set(target).forEach(index -> list.getChildren().add(chip(target, index)));
            var popOver = new PopOver(list);
            popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
            popOver.setAnimated(false);
            popOver.show(button);
        });
        return button;
    }
}
