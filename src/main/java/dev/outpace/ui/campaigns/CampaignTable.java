package dev.outpace.ui.campaigns;

import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.ui.controls.ColumnHeads;
import dev.outpace.ui.controls.SortedRows;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.texts.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the campaigns' table, its filter and its order. Rows keep their places while values move: they are put in
 * order anew when the user sorts, and once a second.
 */
final class CampaignTable {
    /** Newest first, as they were made. */
    private static final Comparator<CampaignRow> MADE =
            Comparator.comparing(CampaignTable::madeAt).reversed().thenComparing(CampaignRow::id);

    private static final Map<CampaignStatus, Integer> ORDER =
            Map.of(CampaignStatus.RUN, 0, CampaignStatus.STOPPING, 1, CampaignStatus.STOP, 2);

    private final Texts texts;
    private final TableView<CampaignRow> table;
    private final Function<UUID, ObservableValue<CampaignFigures>> figures;
    private final FilteredList<CampaignRow> shown;
    private final SortedRows<CampaignRow> sorted;
    private String text = "";
    private @Nullable CampaignStatus status;

    /** @param figures what is shown of a campaign, now and from now on */
    CampaignTable(
            Texts texts,
            TableView<CampaignRow> table,
            ObservableList<CampaignRow> rows,
            Function<UUID, ObservableValue<CampaignFigures>> figures,
            Consumer<CampaignRow> startOrStop) {
        this.texts = texts;
        this.table = table;
        this.figures = figures;
        shown = new FilteredList<>(rows, this::matches);
        addColumns(startOrStop);
        sorted = new SortedRows<>(table, shown, MADE);
    }

    private static Instant madeAt(CampaignRow row) {
        return Objects.requireNonNullElse(row.campaign().stamps().create(), Instant.EPOCH);
    }

    private void addColumns(Consumer<CampaignRow> startOrStop) {
        double pill = 34
                + widest(Stream.of(CampaignStatus.values())
                        .map(value -> "status.campaign." + value.name().toLowerCase(Locale.ROOT)));
        double button = 40 + widest(Stream.of("order.start", "order.stop"));
        var state = column("status", pill + 26, false, () -> new CampaignCells.Status(texts));
        var name = column("name", 160, true, () -> new CampaignCells.Name(texts));
        var pacing = column("pacing", 122, true, CampaignCells.Pacing::new);
        var agents = column("agents", 64, false, () -> new CampaignCells.Agents(texts));
        var list = column("list", 106, true, () -> new CampaignCells.ListDone(texts));
        var answer = column("answer", 64, false, () -> new CampaignCells.Answer(texts));
        var abandon = column("abandon", 74, false, () -> new CampaignCells.Abandon(texts));
        var speed = column("speed", 94, false, () -> new CampaignCells.Speed(texts));
        var order = column("order", button + 26, false, () -> new OrderCell(texts, startOrStop));
        state.getStyleClass().add("first-column");
        order.getStyleClass().add("last-column");
        Stream.of(agents, answer, abandon, speed)
                .forEach(column -> column.getStyleClass().add("numeric"));
        state.setComparator(Comparator.comparing(
                row -> Objects.requireNonNull(ORDER.get(row.campaign().status()))));
        name.setComparator(Comparator.comparing(row -> row.campaign().name(), String.CASE_INSENSITIVE_ORDER));
        by(pacing, row -> row.pacing().dialing());
        by(agents, row -> row.staff().available());
        by(list, row -> row.list().applies() ? row.list().fraction() : -1);
        by(answer, row -> known(row.answer()));
        by(abandon, row -> known(row.abandon()));
        by(speed, row -> row.speed().perMinute());
        order.setSortable(false);
        table.getColumns().setAll(List.of(state, name, pacing, agents, list, answer, abandon, speed, order));
        ColumnHeads.keepWhole(table);
        name.setMaxWidth(360);
        pacing.setMaxWidth(360);
        FittingColumns.keep(
                table, List.of(speed, answer, abandon, agents, list, pacing), Map.of(name, 0.6, pacing, 0.25));
    }

    private static double known(double rate) {
        return Double.isNaN(rate) ? -1 : rate;
    }

    private static void by(TableColumn<CampaignRow, CampaignFigures> column, ToDoubleFunction<CampaignFigures> value) {
        column.setComparator(Comparator.comparingDouble(value));
    }

    private TableColumn<CampaignRow, CampaignFigures> column(
            String key, double width, boolean grows, Supplier<FigureCell> cells) {
        var column = new TableColumn<CampaignRow, CampaignFigures>(
                key.equals("order") ? "" : texts.get("campaigns.column." + key));
        column.setMinWidth(Math.ceil(width));
        column.setPrefWidth(Math.ceil(width));
        if (!grows) {
            column.setMaxWidth(Math.ceil(width) + 8);
        }
        column.setCellValueFactory(row -> figures.apply(row.getValue().id()));
        column.setCellFactory(any -> cells.get());
        column.setReorderable(false);
        return column;
    }

    private double widest(Stream<String> keys) {
        var font = Font.font("Outpace Sans", FontWeight.MEDIUM, 12);
        return keys.mapToDouble(key -> {
                    var words = new Text(texts.get(key));
                    words.setFont(font);
                    return words.getLayoutBounds().getWidth();
                })
                .max()
                .orElse(0);
    }

    private boolean matches(CampaignRow row) {
        var campaign = row.campaign();
        return (status == null || campaign.status() == status)
                && (text.isEmpty() || words(row, campaign).contains(text));
    }

    private static String words(CampaignRow row, Campaign campaign) {
        var queue = row.links().queue();
        return (campaign.name() + "\n" + campaign.detail() + "\n" + (queue == null ? "" : queue.name()))
                .toLowerCase(Locale.ROOT);
    }

    /** @param wanted null for all */
    void filter(String typed, @Nullable CampaignStatus wanted) {
        text = typed.strip().toLowerCase(Locale.ROOT);
        status = wanted;
        sorted.keepingSelection(() -> shown.setPredicate(this::matches));
    }

    /** What matches, and in which order, may have changed; nothing happens if it has not. */
    void settle() {
        if (shown.getSource().stream().filter(this::matches).count() != shown.size()
                || !shown.stream().allMatch(this::matches)) {
            sorted.keepingSelection(() -> shown.setPredicate(this::matches));
        }
    }

    void sortAnew() {
        sorted.sortAnew();
    }

    boolean isEmpty() {
        return shown.getSource().isEmpty();
    }

    boolean shows(CampaignRow row) {
        return sorted.list().contains(row);
    }
}
