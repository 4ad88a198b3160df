package dev.outpace.ui.rules;

import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Regions;
import dev.outpace.model.RuleLook;
import dev.outpace.model.RuleLook.Held;
import dev.outpace.model.RuleSet;
import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.StackedBar;
import dev.outpace.ui.controls.StackedBar.Part;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.RuleLooks;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What the set, as it is edited, would mean for the targets of a list now. */
final class ListLook extends VBox {
    private static final Duration PATIENCE = Duration.millis(400);

    private final Texts texts;
    private final LiveWorkspace live;
    private final RuleLooks looks;
    private final Tasks tasks;
    private final Clock clock;
    private final ComboBox<OutdialRow> list = new ComboBox<>();
    private final StackedBar bar = new StackedBar();
    private final VBox rows = new VBox(10);
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private @Nullable RuleSet rules;
    private int asked;

    ListLook(Texts texts, LiveWorkspace live, RuleLooks looks, Tasks tasks, Clock clock) {
        super(10);
        this.texts = texts;
        this.live = live;
        this.looks = looks;
        this.tasks = tasks;
        this.clock = clock;
        var title = new Label(texts.get("rules.look"));
        title.getStyleClass().add("card-title");
        list.setMaxWidth(Double.MAX_VALUE);
        list.setAccessibleText(texts.get("rules.look.list"));
        list.setPromptText(texts.get("rules.look.list"));
        list.setConverter(new ChosenWords<>(row -> row.outdial().name()));
        list.valueProperty().subscribe((_, _) -> soon());
        bar.setMinHeight(10);
        bar.setPrefHeight(10);
        getChildren().addAll(title, list, bar, rows);
        patience.setOnFinished(_ -> ask());
        clear();
    }

    void show(RuleSet now) {
        if (!now.equals(rules)) {
            boolean another = rules == null || !rules.id().equals(now.id());
            rules = now;
            if (another) {
                choose(now);
            }
            soon();
        }
    }

    /** The lists that there are; the one of a campaign that calls by the set is shown first. */
    private void choose(RuleSet set) {
        list.getItems().setAll(live.outdials());
        var ofCampaign = live.campaigns().stream()
                .map(row -> row.campaign())
                .filter(campaign -> campaign.options().rulesId().equals(set.id()))
                .map(campaign -> live.outdial(campaign.outdialId()))
                .filter(row -> row != null)
                .findFirst();
        list.setValue(ofCampaign.orElse(null));
    }

    void soon() {
        patience.playFromStart();
    }

    /** Asks nothing any more until it is shown again. */
    void rest() {
        patience.stop();
    }

    private void clear() {
        bar.setVisible(false);
        rows.getChildren().clear();
    }

    private void ask() {
        var set = rules;
        var chosen = list.getValue();
        if (set == null || chosen == null) {
            clear();
            return;
        }
        int question = ++asked;
        var id = chosen.id();
        var now = clock.instant();
        var _ = tasks.start(
                _ -> looks.look(id, set, now),
                look -> {
                    if (question == asked) {
                        tell(look);
                    }
                },
                _ -> {});
    }

    private void tell(RuleLook look) {
        rows.getChildren().clear();
        var parts = new ArrayList<Part>();
        row(parts, "callable", look.callable(), "");
        row(parts, "later", look.laterToday().targets(), opens(look.laterToday(), look.moment()));
        row(parts, "outside", look.outsideHours().targets(), opens(look.outsideHours(), look.moment()));
        row(parts, "limited", look.limited().targets(), free(look.limited(), look.moment()));
        row(parts, "doNotCall", look.doNotCall(), "");
        row(parts, "noZone", look.withoutZone(), texts.get("rules.look.noZone.why"));
        if (look.withoutConsent() > 0) {
            row(parts, "noConsent", look.withoutConsent(), "");
        }
        var total = line(texts.get("rules.look.targets"), texts.number(look.targets()), "", "");
        total.getStyleClass().add("strong");
        rows.getChildren().add(total);
        if (!look.tooOld().isEmpty()) {
            var names = look.tooOld().stream().map(DoNotCallList::name).collect(Collectors.joining(", "));
            var warning = new Label(texts.get("rules.look.tooOld", names));
            warning.getStyleClass().add("tone-warning");
            warning.setWrapText(true);
            warning.setMinHeight(USE_PREF_SIZE);
            rows.getChildren().add(warning);
        }
        bar.setParts(parts);
        bar.setVisible(true);
    }

    private void row(List<Part> parts, String kind, long targets, String more) {
        var name = texts.get("rules.look." + kind);
        parts.add(new Part("look-" + kind, targets, name + " " + texts.number(targets)));
        rows.getChildren().add(line(name, texts.number(targets), targets > 0 ? more : "", "look-" + kind));
    }

    private HBox line(String name, String number, String more, String square) {
        var words = new VBox(2, new Label(name));
        if (!more.isEmpty()) {
            var second = new Label(more);
            second.getStyleClass().add("second-line");
            second.setWrapText(true);
            second.setMinHeight(USE_PREF_SIZE);
            words.getChildren().add(second);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var count = new Label(number);
        count.getStyleClass().add("strong");
        count.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8);
        line.setAlignment(Pos.TOP_LEFT);
        if (!square.isEmpty()) {
            var key = new Region();
            key.getStyleClass().addAll("key-square", square);
            line.getChildren().add(key);
        }
        line.getChildren().addAll(words, count);
        return line;
    }

    private String opens(Held held, Instant now) {
        var from = held.from();
        return from == null
                ? texts.get("rules.look.never")
                : texts.get(
                        "rules.look.opens",
                        texts.dayMinute(from),
                        held.region().isEmpty() ? held.zone() : Regions.name(held.region()),
                        texts.span(java.time.Duration.between(now, from)));
    }

    private String free(Held held, Instant now) {
        var from = held.from();
        return from == null
                ? ""
                : texts.get(
                        "rules.look.free", texts.dayMinute(from), texts.span(java.time.Duration.between(now, from)));
    }
}
