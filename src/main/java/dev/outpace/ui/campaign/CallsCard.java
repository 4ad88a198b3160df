package dev.outpace.ui.campaign;

import dev.outpace.model.CallStage;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Ids;
import dev.outpace.model.ListenMode;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.LastKnown;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.TextCell;
import dev.outpace.ui.live.CallRow;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table of calls in progress. */
public final class CallsCard {
    private static final double ROOM_FOR_TWO = 84;

    private final Texts texts;
    private final LiveOrders orders;
    private final Function<UUID, String> agentName;
    private final ReadOnlyObjectProperty<LiveWorkspace.Link> link;
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private @Nullable FilteredList<CallRow> shown;
    private @Nullable CampaignRow campaign;
    private Runnable count = () -> {};

    /** Which calls the table shows. */
    public enum Choice {
        ALL(null),
        DIALING(CallStage.DIALING),
        MENU(CallStage.MENU),
        WAITING(CallStage.WAITING),
        TALKING(CallStage.TALKING);

        private final @Nullable CallStage stage;

        Choice(@Nullable CallStage stage) {
            this.stage = stage;
        }
    }

    /**
     * @param agentName the name of an agent; empty when unknown
     * @param link while it is lost nobody knows how a call stands
     */
    public CallsCard(
            Texts texts,
            LiveOrders orders,
            Function<UUID, String> agentName,
            ReadOnlyObjectProperty<LiveWorkspace.Link> link) {
        this.texts = texts;
        this.orders = orders;
        this.agentName = agentName;
        this.link = link;
    }

    void tick(Instant moment) {
        now.set(link.get().valuesOf(moment));
    }

    void fill(TableView<CallRow> table, CampaignRow row) {
        var filtered = new FilteredList<>(row.calls());
        shown = filtered;
        campaign = row;
        table.setItems(filtered);
    }

    void choices(SegmentedControl<Choice> choice, Label total) {
        var filtered = Objects.requireNonNull(shown);
        choice.setSegments(List.of(
                new Segment<>(Choice.ALL, texts.get("live.calls.all")),
                new Segment<>(Choice.DIALING, texts.get("status.call.dialing")),
                new Segment<>(Choice.MENU, texts.get("status.call.menu")),
                new Segment<>(Choice.WAITING, texts.get("status.call.waiting")),
                new Segment<>(Choice.TALKING, texts.get("status.call.talking"))));
        choice.setValue(Choice.ALL);
        choice.valueProperty().subscribe(value -> filtered.setPredicate(call -> fits(call.call(), value)));
        count = () -> count(choice, total, filtered);
        now.subscribe(_ -> count.run());
        count.run();
    }

    /**
     * Counts the calls as they come and go, and tells while the link is lost what was last known of them.
     *
     * @param settled stands in the head of the card meanwhile
     */
    Subscription follow(TableView<CallRow> table, TableColumn<?, ?> agent, TableColumn<?, ?> duration, Label settled) {
        return Subscription.combine(Objects.requireNonNull(campaign).calls().subscribe(count), link.subscribe(state -> {
            agent.setText(texts.get(state.up() ? "live.column.agent" : "calls.lost.known"));
            duration.setText(texts.get(state.up() ? "live.column.duration" : "calls.lost.time"));
            settled.setVisible(!state.up());
            settled.setManaged(!state.up());
            LastKnown.show(table, !state.up());
            now.set(state.valuesOf(now.get()));
            table.refresh();
        }));
    }

    private void count(SegmentedControl<Choice> choice, Label total, FilteredList<CallRow> filtered) {
        var stages = new EnumMap<CallStage, Integer>(CallStage.class);
        Objects.requireNonNull(campaign)
                .calls()
                .forEach(row -> stages.merge(CallStage.of(row.call()), 1, Integer::sum));
        int all = filtered.getSource().size();
        total.setText(texts.number(all));
        for (var value : Choice.values()) {
            choice.setCount(value, texts.number(value.stage == null ? all : stages.getOrDefault(value.stage, 0)));
        }
        if (choice.getValue() != Choice.ALL) {
            settle(choice.getValue(), filtered);
        }
    }

    /** The list itself hears of calls that come and go, not of those that go on. */
    private static void settle(@Nullable Choice chosen, FilteredList<CallRow> filtered) {
        if (!filtered.stream().allMatch(row -> fits(row.call(), chosen))
                || filtered.getSource().stream()
                                .filter(row -> fits(((CallRow) row).call(), chosen))
                                .count()
                        != filtered.size()) {
            filtered.setPredicate(row -> fits(row.call(), chosen));
        }
    }

    private static boolean fits(CampaignCall call, @Nullable Choice choice) {
        return choice == null || choice.stage == null || CallStage.of(call) == choice.stage;
    }

    void columns(
            TableColumn<CallRow, CallRow> status,
            TableColumn<CallRow, String> target,
            TableColumn<CallRow, String> number,
            TableColumn<CallRow, String> tries,
            TableColumn<CallRow, String> agent,
            TableColumn<CallRow, CallRow> duration,
            TableColumn<CallRow, CallRow> hangUp) {
        status.setCellFactory(_ -> new StatusCell());
        text(target, CampaignCall::targetName);
        text(number, call -> PhoneNumbers.show(call.destination()));
        text(tries, this::tries);
        text(agent, this::agentOrLastKnown);
        duration.setCellFactory(_ -> new DurationCell());
        hangUp.setCellFactory(_ -> new OrdersCell());
        if (orders.listen().isPossible()) {
            hangUp.setPrefWidth(ROOM_FOR_TWO);
            hangUp.setMinWidth(ROOM_FOR_TWO);
        }
        for (var column : List.of(status, duration, hangUp)) {
            column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        }
        for (var column : List.of(status, target, number, tries, agent, duration, hangUp)) {
            column.setSortable(false);
            column.setReorderable(false);
        }
    }

    private static void text(TableColumn<CallRow, String> column, Function<CampaignCall, String> words) {
        column.setCellValueFactory(cell -> cell.getValue().callProperty().map(words));
        TextCell.in(column, Function.identity());
    }

    /** "Tom Ahlgren", and while the link is lost "Talking, Tom Ahlgren". */
    private String agentOrLastKnown(CampaignCall call) {
        var agent = Ids.isNil(call.agentId()) ? "" : agentName.apply(call.agentId());
        if (link.get().up()) {
            return agent.isEmpty() ? Texts.NOT_APPLICABLE : agent;
        }
        var stage = texts.get("status.call." + CallStage.of(call).name().toLowerCase(Locale.ROOT));
        return agent.isEmpty() ? stage : stage + ", " + agent;
    }

    /** "2 of 3": the try of its destination, and how many the outplan has for it. */
    private String tries(CampaignCall call) {
        var outplan = campaign == null ? null : campaign.links().outplan();
        var count = texts.number(call.tryCount());
        return outplan == null
                ? count
                : texts.get(
                        "live.tries", count, texts.number(outplan.maxTryCounts().get(call.destinationIndex())));
    }

    private String lasting(Instant from, Instant moment) {
        var length = Duration.between(from, moment);
        return texts.stopwatch(length.isNegative() ? Duration.ZERO : length);
    }

    private final class StatusCell extends TableCell<CallRow, CallRow> {
        private final IconWord word = new IconWord();

        @Override
        protected void updateItem(@Nullable CallRow row, boolean empty) {
            super.updateItem(row, empty);
            graphicProperty().unbind();
            if (empty || row == null) {
                setGraphic(null);
            } else {
                ObservableValue<Node> shownWord = row.callProperty()
                        .flatMap(call -> now.map(moment -> {
                            if (link.get().up()) {
                                word.show(Looks.of(CallStage.of(call)), stage(call, moment));
                            } else {
                                word.show(Looks.ofUnknown(), texts.get("status.unknown"));
                            }
                            return word;
                        }));
                graphicProperty().bind(shownWord);
            }
        }

        /** Who waits is told with the time that it takes. */
        private String stage(CampaignCall call, Instant moment) {
            var stage = CallStage.of(call);
            var queuedAt = call.queuedAt();
            return stage == CallStage.WAITING && queuedAt != null
                    ? texts.get("status.call.waitingFor", lasting(queuedAt, moment))
                    : texts.get("status.call." + stage.name().toLowerCase(Locale.ROOT));
        }
    }

    private final class DurationCell extends TableCell<CallRow, CallRow> {
        @Override
        protected void updateItem(@Nullable CallRow row, boolean empty) {
            super.updateItem(row, empty);
            textProperty().unbind();
            if (empty || row == null) {
                setText(null);
            } else {
                textProperty().bind(now.map(moment -> duration(row.call(), moment)));
            }
        }

        private String duration(CampaignCall call, Instant moment) {
            var from = call.answeredAt() == null ? call.createdAt() : call.answeredAt();
            return lasting(from, moment);
        }
    }

    /** What can be done about a call: its end, and where the telephony can, to hear it. */
    private final class OrdersCell extends TableCell<CallRow, CallRow> {
        private final Button listen = button(
                "live.listen", Feather.HEADPHONES, call -> orders.listen().listen(call, ListenMode.LISTEN));
        private final Button hangUp = button("live.hangUp", Feather.PHONE_OFF, orders::hangUp);
        private final HBox buttons = new HBox(listen, hangUp);

        private Button button(String text, Feather icon, Consumer<CampaignCall> act) {
            var button = new Button();
            button.getStyleClass().addAll("icon-button", "flat", "small");
            button.setGraphic(new FontIcon(icon));
            button.setAccessibleText(texts.get(text));
            button.setTooltip(new Tooltip(texts.get(text)));
            button.setOnAction(_ -> {
                var row = getItem();
                if (row != null) {
                    act.accept(row.call());
                }
            });
            return button;
        }

        OrdersCell() {
            buttons.setAlignment(Pos.CENTER_RIGHT);
            listen.managedProperty().bind(listen.visibleProperty());
        }

        @Override
        protected void updateItem(@Nullable CallRow row, boolean empty) {
            super.updateItem(row, empty);
            listen.visibleProperty().unbind();
            if (empty || row == null) {
                setGraphic(null);
            } else {
                listen.visibleProperty().bind(row.callProperty().map(orders.listen()::canHear));
                setGraphic(buttons);
            }
        }
    }
}
