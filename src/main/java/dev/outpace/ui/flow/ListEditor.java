package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A list with a row for each item. An item that is nothing of its kind is shown as it stands, and kept. */
final class ListEditor extends OptionEditor {
    /** More would take the form too long to make; the rest is kept. */
    private static final int MAX_ROWS = 60;

    enum Items {
        URLS(new Json.Text("")),
        ADDRESSES(new Json.Obj(Map.of("type", new Json.Text("tel")))),
        ATTACHMENTS(new Json.Obj(Map.of("reference_type", new Json.Text("recording"))));

        @SuppressWarnings("ImmutableEnumChecker") // All of JSON is records.
        private final Json fresh;

        Items(Json fresh) {
            this.fresh = fresh;
        }
    }

    private final Items kind;
    private final VBox rows = new VBox(8);
    private final VBox box = new VBox(8);
    private List<Json> items = List.of();

    ListEditor(OptionForm form, OptionSpec spec, String name, Items kind) {
        super(form, spec, name);
        this.kind = kind;
        box.setAccessibleText(name);
        var add = new Button(texts().get("inspector.add." + spec.kind().name().toLowerCase(Locale.ROOT)));
        add.setGraphic(new FontIcon(Feather.PLUS));
        add.getStyleClass().add("small");
        add.setOnAction(_ -> add());
        box.getChildren().addAll(rows, add);
    }

    private void add() {
        var more = new ArrayList<>(items);
        more.add(kind.fresh);
        putItems(more);
        fill();
        if (rows.getChildren().getLast() instanceof HBox row) {
            row.getChildren().getFirst().requestFocus();
        }
    }

    @Override
    Region node() {
        return box;
    }

    @Override
    void display(@Nullable Json newValue) {
        items = newValue instanceof Json.Array(List<Json> all) ? all : List.of();
        fill();
    }

    private void fill() {
        rows.getChildren().clear();
        for (int i = 0; i < Math.min(items.size(), MAX_ROWS); i++) {
            rows.getChildren().add(row(i));
        }
        if (items.size() > MAX_ROWS) {
            rows.getChildren().add(new Label(texts().get("inspector.more", items.size() - MAX_ROWS)));
        }
        rows.setManaged(!items.isEmpty());
    }

    private HBox row(int at) {
        var fields = fields(items.get(at), changed -> {
            var all = new ArrayList<>(items);
            all.set(at, changed);
            putItems(all);
        });
        HBox.setHgrow(fields, Priority.ALWAYS);
        var remove = new Button();
        remove.setGraphic(new FontIcon(Feather.X));
        remove.getStyleClass().addAll("flat", "icon-button");
        remove.setAccessibleText(texts().get("inspector.removeRow", name, at + 1));
        remove.setOnAction(_ -> {
            var all = new ArrayList<>(items);
            all.remove(at);
            putItems(all);
            fill();
        });
        var row = new HBox(4, fields, remove);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private Region fields(Json item, Consumer<Json> changed) {
        if (kind == Items.URLS && item instanceof Json.Text(var url)) {
            var field = new TextField(url);
            field.setPromptText(texts().get("inspector.urlExample"));
            field.setAccessibleText(name);
            field.textProperty().subscribe((_, typed) -> changed.accept(new Json.Text(typed.strip())));
            return field;
        }
        if (kind == Items.ADDRESSES && item instanceof Json.Obj address) {
            var fields = new AddressFields(texts(), changed::accept);
            fields.show(address);
            return fields;
        }
        if (kind == Items.ATTACHMENTS && item instanceof Json.Obj attachment) {
            return new AttachmentFields(texts(), attachment, changed::accept);
        }
        var kept = new TextField(form.sources().json().write(item));
        kept.setEditable(false);
        kept.setAccessibleText(texts().get("inspector.keptValue"));
        return kept;
    }

    private void putItems(List<Json> now) {
        items = List.copyOf(now);
        put(items.isEmpty() ? null : new Json.Array(items));
    }
}
