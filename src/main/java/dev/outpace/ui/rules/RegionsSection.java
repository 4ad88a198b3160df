package dev.outpace.ui.rules;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.Json;
import dev.outpace.model.RegionRules;
import dev.outpace.model.Regions;
import dev.outpace.model.RuleTimes;
import dev.outpace.model.WeekHours;
import dev.outpace.ui.controls.Card;
import dev.outpace.ui.controls.SearchableBox;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What holds in single countries and states in place of the rules of the set. */
final class RegionsSection {
    private final Texts texts;
    private final VBox rows = new VBox(4);
    private final SearchableBox<@Nullable String> more = new SearchableBox<>();
    private @Nullable RuleDraft draft;

    RegionsSection(Texts texts) {
        this.texts = texts;
        Stream.concat(Stream.of(Locale.getISOCountries()), Regions.parts().stream())
                .filter(Regions::isKnown)
                .sorted(Comparator.comparing(RegionsSection::words))
                .forEach(more.getItems()::add);
        more.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String region) {
                return region == null ? "" : words(region);
            }

            @Override
            public @Nullable String fromString(String typed) {
                return more.getItems().stream()
                        .filter(region -> region != null && words(region).equals(typed))
                        .findFirst()
                        .orElse(null);
            }
        });
        more.setAccessibleText(texts.get("rules.region.which"));
        more.setPromptText(texts.get("rules.region.which"));
        more.setPrefWidth(240);
    }

    void fill(Card card) {
        var add = new Button(texts.get("rules.region.add"), new FontIcon(Feather.PLUS));
        add.disableProperty().bind(more.valueProperty().isNull());
        add.setOnAction(_ -> add(Objects.requireNonNull(more.getValue())));
        var adding = new HBox(8, more, add);
        adding.setAlignment(Pos.CENTER_LEFT);
        card.getContent().add(new VBox(8, rows, adding));
    }

    private static String words(String region) {
        return Regions.name(region) + " (" + region + ")";
    }

    private void add(String region) {
        var shown = draft;
        if (shown == null || shown.edited().regions().containsKey(region)) {
            return;
        }
        var rules = new RegionRules(null, null, Json.Obj.EMPTY);
        shown.setRegion(region, rules);
        var row = new Row(region, rules);
        rows.getChildren().add(row);
        row.setExpanded(true);
        row.requestFocus();
    }

    void show(RuleDraft now) {
        draft = now;
        rows.getChildren().clear();
        now.edited().regions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Regions::name)))
                .forEach(region -> rows.getChildren().add(new Row(region.getKey(), region.getValue())));
    }

    /** One region, folded to a line that says what holds there. */
    private final class Row extends TitledPane {
        private final String region;
        private final CheckBox ownHours = new CheckBox(texts.get("rules.region.ownHours"));
        private final CheckBox ownLimits = new CheckBox(texts.get("rules.region.ownLimits"));
        private final HoursEditor hours = new HoursEditor(texts, this::takeHours);
        private final LimitRows limits = new LimitRows(texts, this::takeLimits);
        private RegionRules rules;

        Row(String region, RegionRules rules) {
            this.region = region;
            this.rules = rules;
            setAnimated(false);
            setExpanded(false);
            var remove = new Button(texts.get("rules.region.remove"), new FontIcon(Feather.TRASH_2));
            remove.setOnAction(_ -> {
                rows.getChildren().remove(this);
                put(null);
            });
            setContent(new VBox(8, ownHours, hours, ownLimits, limits, remove));
            ownHours.setSelected(rules.hours() != null);
            ownLimits.setSelected(rules.attempts() != null);
            hours.show(startHours());
            limits.show(Objects.requireNonNullElse(rules.attempts(), List.of()));
            showParts();
            ownHours.selectedProperty().subscribe((_, own) -> takeHours(own ? startHours() : null));
            ownLimits
                    .selectedProperty()
                    .subscribe((_, own) ->
                            takeLimits(own ? Objects.requireNonNullElse(rules.attempts(), List.of()) : null));
        }

        private WeekHours startHours() {
            var own = rules.hours();
            var shown = draft;
            var ofSet = shown == null ? null : shown.hours();
            return own != null ? own : ofSet != null ? ofSet : new WeekHours(Map.of(), null, null);
        }

        private void takeHours(@Nullable WeekHours week) {
            put(new RegionRules(week, rules.attempts(), rules.unknown()));
        }

        private void takeLimits(@Nullable List<AttemptLimit> all) {
            put(new RegionRules(rules.hours(), all, rules.unknown()));
        }

        private void put(@Nullable RegionRules now) {
            var shown = draft;
            if (shown != null) {
                shown.setRegion(region, now);
            }
            if (now != null) {
                rules = now;
                showParts();
            }
        }

        private void showParts() {
            hours.setVisible(rules.hours() != null);
            hours.setManaged(rules.hours() != null);
            limits.setVisible(rules.attempts() != null);
            limits.setManaged(rules.attempts() != null);
            setText(texts.get("rules.region.line", Regions.name(region), summary()));
        }

        private String summary() {
            var parts = new ArrayList<String>();
            if (rules.hours() != null) {
                parts.add(HoursEditor.summary(texts, rules.hours()));
            }
            var own = rules.attempts();
            if (own != null) {
                parts.add(
                        own.isEmpty()
                                ? texts.get("rules.region.noLimits")
                                : own.stream()
                                        .map(limit -> texts.get(
                                                "rules.limit.brief."
                                                        + limit.per().name(),
                                                limit.max(),
                                                RuleTimes.text(limit.within())))
                                        .collect(Collectors.joining(", ")));
            }
            return parts.isEmpty() ? texts.get("rules.region.asSet") : String.join("; ", parts);
        }
    }
}
