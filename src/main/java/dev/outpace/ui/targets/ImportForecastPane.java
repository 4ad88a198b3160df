package dev.outpace.ui.targets;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.MeterBar;
import dev.outpace.ui.controls.StackedBar;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ImportCounts;
import dev.outpace.workspace.ImportForecast;
import dev.outpace.workspace.ImportForecast.Callable;
import dev.outpace.workspace.ImportForecast.RowFate;
import dev.outpace.workspace.ImportForecast.Zones;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a check counted: rows by what becomes of them, where the people are, and when they could be called. */
final class ImportForecastPane extends VBox {
    private static final int MOST_ZONES = 4;
    private static final int MOST_OPENINGS = 3;

    private final Texts texts;
    private final Consumer<RowFate> open;

    /** @param open shows the rows of a fate */
    ImportForecastPane(Texts texts, Consumer<RowFate> open) {
        this.texts = texts;
        this.open = open;
    }

    void show(ImportForecast forecast) {
        getChildren().setAll(rows(forecast), zones(forecast.zones()));
        var callable = forecast.callable();
        if (callable != null) {
            getChildren().add(callable(callable));
        }
    }

    static long count(ImportCounts counts, RowFate fate) {
        return switch (fate) {
            case FRESH -> counts.fresh();
            case UPDATED -> counts.updated();
            case IN_LIST -> counts.inList();
            case TWICE -> counts.twice();
            case DO_NOT_CALL -> counts.doNotCall();
            case REJECTED -> counts.rejected();
        };
    }

    private static String style(RowFate fate) {
        return switch (fate) {
            case FRESH -> "fresh";
            case UPDATED -> "updated";
            case IN_LIST -> "in-list";
            case TWICE -> "twice";
            case DO_NOT_CALL -> "do-not-call";
            case REJECTED -> "rejected";
        };
    }

    private Node rows(ImportForecast forecast) {
        var counts = forecast.counts();
        var part = part("import.comesIn", texts.get("import.ofRows", counts.rows()));
        var bar = new StackedBar();
        bar.setParts(Arrays.stream(RowFate.values())
                .map(fate -> new StackedBar.Part(
                        style(fate),
                        count(counts, fate),
                        texts.get("import.fate." + fate) + ' ' + texts.number(count(counts, fate))))
                .toList());
        part.getChildren().add(bar);
        for (var fate : RowFate.values()) {
            long count = count(counts, fate);
            if (count > 0 || fate == RowFate.FRESH) {
                part.getChildren().add(row(fate, count, fate == RowFate.DO_NOT_CALL ? byList(forecast) : ""));
            }
        }
        return part;
    }

    private String byList(ImportForecast forecast) {
        return forecast.doNotCall().entrySet().stream()
                .map(entry -> texts.get(
                        "import.byList",
                        texts.number(entry.getValue()),
                        entry.getKey().isEmpty() ? texts.get("import.byRow") : entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private HBox row(RowFate fate, long count, String detail) {
        var line = line(style(fate), texts.get("import.fate." + fate), detail, count);
        var show = new Hyperlink(texts.get("import.show"));
        show.setMinWidth(USE_PREF_SIZE);
        show.setAccessibleText(texts.get("import.showRows", texts.get("import.fate." + fate)));
        show.setOnAction(event -> open.accept(fate));
        show.setVisible(count > 0);
        line.getChildren().add(show);
        return line;
    }

    private HBox line(String style, String words, String detail, long count) {
        var square = new Region();
        square.getStyleClass().addAll("import-key", style);
        var name = new Label(words);
        name.setMinWidth(USE_PREF_SIZE);
        var more = new Label(detail);
        more.getStyleClass().add("second-line");
        more.setMinWidth(0);
        more.setMaxWidth(Double.MAX_VALUE);
        CutText.tell(more);
        HBox.setHgrow(more, Priority.ALWAYS);
        var number = new Label(texts.number(count));
        number.getStyleClass().add("strong");
        number.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, square, name, more, number);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node zones(Zones zones) {
        long known = zones.byColumn() + zones.byNumber();
        var part = part("import.zones", texts.get("import.ofTargets", known + zones.unknown()));
        long most = zones.targets().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        var entries = List.copyOf(zones.targets().entrySet());
        entries.stream()
                .limit(MOST_ZONES)
                .forEach(entry -> part.getChildren().add(bar(new Label(zone(entry.getKey())), entry.getValue(), most)));
        long others =
                entries.stream().skip(MOST_ZONES).mapToLong(Map.Entry::getValue).sum();
        if (others > 0) {
            var words = texts.get("import.otherZones", entries.size() - MOST_ZONES);
            part.getChildren().add(bar(new Label(words), others, most));
        }
        if (zones.unknown() > 0) {
            var word = new IconWord(Looks.of(Severity.WARNING), texts.get("import.zoneUnknown"));
            part.getChildren().add(bar(word, zones.unknown(), most));
        }
        if (known > 0) {
            var found = new Label(texts.get("import.zonesFound", zones.byColumn(), zones.byNumber()));
            found.getStyleClass().add("second-line");
            found.setWrapText(true);
            found.setMinHeight(USE_PREF_SIZE);
            part.getChildren().add(found);
        }
        return part;
    }

    private HBox bar(Label name, long count, long most) {
        name.getStyleClass().addAll("small-text", "zone-name");
        CutText.tell(name);
        var bar = new MeterBar();
        bar.getStyleClass().add("quiet");
        bar.setFraction((double) count / most);
        bar.setAccessibleText(name.getText() + ' ' + texts.number(count));
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var number = new Label(texts.number(count));
        number.getStyleClass().addAll("small-text", "zone-number");
        var line = new HBox(8, name, bar, number);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** "New York" for {@code America/New_York}; of several, the first and how many more. */
    private String zone(String ids) {
        var all = ids.split(" ", -1);
        var first = all[0].substring(all[0].lastIndexOf('/') + 1).replace('_', ' ');
        return all.length == 1 ? first : texts.get("import.zoneAndMore", first, all.length - 1);
    }

    private Node callable(Callable callable) {
        var part = part("import.callable", callable.rules());
        var later = callable.openings().stream()
                .limit(MOST_OPENINGS)
                .map(opening -> zone(opening.zone()) + ' ' + texts.minute(opening.at()))
                .collect(Collectors.joining(", "));
        part.getChildren()
                .addAll(
                        line("fresh", texts.get("import.callable.now"), "", callable.now()),
                        line("twice", texts.get("import.callable.later"), later, callable.laterToday()),
                        line("in-list", texts.get("import.callable.notToday"), "", callable.notToday()));
        return part;
    }

    private VBox part(String titleKey, String detail) {
        var title = new Label(texts.get(titleKey));
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var more = new Label(detail);
        more.getStyleClass().add("second-line");
        CutText.tell(more);
        var head = new HBox(8, title, gap, more);
        head.setAlignment(Pos.CENTER_LEFT);
        var part = new VBox(head);
        part.getStyleClass().add("import-aside-part");
        return part;
    }
}
