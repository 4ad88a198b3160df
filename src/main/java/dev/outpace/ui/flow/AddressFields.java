package dev.outpace.ui.flow;

import dev.outpace.model.Json;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** An address: its type, where it leads, and a name. Other fields of it stay as they are. */
final class AddressFields extends VBox {
    private static final List<String> TYPES = List.of(
            "tel",
            "sip",
            "extension",
            "agent",
            "conference",
            "email",
            "line",
            "whatsapp",
            "webchat",
            "web_session",
            "ai",
            "ai_team");
    private static final Map<String, String> EXAMPLES =
            Map.of("tel", "+12125550123", "whatsapp", "+12125550123", "sip", "name@host", "email", "name@host");

    private final ComboBox<String> type = new ComboBox<>();
    private final TextField target = new TextField();
    private final TextField name = new TextField();
    private Json.Obj shown = Json.Obj.EMPTY;
    private boolean showing;

    AddressFields(Texts texts, Consumer<Json.Obj> edited) {
        super(6);
        getStyleClass().add("address-fields");
        type.setAccessibleText(texts.get("inspector.address.type"));
        type.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String item) {
                return item == null || item.isEmpty() ? texts.get("choice.unset") : typeWords(texts, item);
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        });
        target.setAccessibleText(texts.get("inspector.address.target"));
        name.setAccessibleText(texts.get("inspector.address.name"));
        name.setPromptText(texts.get("inspector.address.name"));
        type.setPrefWidth(112);
        type.setMinWidth(Region.USE_PREF_SIZE);
        target.setPrefWidth(0);
        HBox.setHgrow(target, Priority.ALWAYS);
        type.valueProperty().subscribe((_, now) -> {
            target.setPromptText(EXAMPLES.getOrDefault(Objects.requireNonNullElse(now, ""), ""));
            put("type", Objects.requireNonNullElse(now, ""), edited);
        });
        target.textProperty().subscribe((_, now) -> put("target", now.strip(), edited));
        name.textProperty().subscribe((_, now) -> put("name", now.strip(), edited));
        getChildren().addAll(new HBox(6, type, target), name);
    }

    private static String typeWords(Texts texts, String type) {
        var key = "addressType." + type;
        return texts.bundle().containsKey(key) ? texts.get(key) : texts.get("choice.foreign", type);
    }

    void show(Json.Obj address) {
        showing = true;
        shown = address;
        var now = address.text("type", "");
        type.getItems()
                .setAll(Stream.concat(Stream.concat(Stream.of(""), TYPES.stream()), Stream.of(now))
                        .distinct()
                        .toList());
        type.setValue(now);
        target.setText(address.text("target", ""));
        name.setText(address.text("name", ""));
        showing = false;
    }

    private void put(String field, String text, Consumer<Json.Obj> edited) {
        if (!showing && !text.equals(shown.text(field, ""))) {
            shown = text.isEmpty() ? shown.without(field) : shown.with(field, new Json.Text(text));
            edited.accept(shown);
        }
    }
}
