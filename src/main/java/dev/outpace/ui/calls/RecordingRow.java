package dev.outpace.ui.calls;

import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.RecordedFile;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One recording: what it is of, played and paused, with its position, and saved as a file. */
final class RecordingRow extends VBox {
    private static final double STEP_SECONDS = 5;

    private final Texts texts;
    private final RecordedFile file;
    private final Button play = new Button();
    private final Slider position = new Slider();
    private final Label time = new Label();
    private @Nullable SoundPlayer player;
    /** What moves the slider now is the sound. */
    private boolean following;

    /**
     * @param play is asked to play or pause
     * @param save is asked for a file of one's own
     */
    RecordingRow(Texts texts, RecordedFile file, Consumer<RecordingRow> play, Consumer<RecordedFile> save) {
        super(4);
        this.texts = texts;
        this.file = file;
        getStyleClass().add("recording-row");
        var name = new Label(name());
        name.getStyleClass().add("medium");
        var written = new Label(texts.dateTime(file.writtenAt()));
        written.getStyleClass().add("second-line");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var saveButton = button(Feather.DOWNLOAD, "calls.recording.save");
        saveButton.setOnAction(_ -> save.accept(file));
        var head = new HBox(8, name, written, gap, saveButton);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        var length = file.length();
        if (length != null) {
            getChildren().add(controls(length, play));
        }
    }

    private HBox controls(Duration length, Consumer<RecordingRow> act) {
        dress(play, Feather.PLAY, "calls.recording.play");
        play.getStyleClass().addAll("icon-button", "small");
        play.setOnAction(_ -> act.accept(this));
        position.setMax(Math.max(1, seconds(length)));
        position.setBlockIncrement(STEP_SECONDS);
        position.setAccessibleText(texts.get("calls.recording.position"));
        position.setDisable(true);
        position.valueProperty().subscribe(value -> seek(value.doubleValue()));
        HBox.setHgrow(position, Priority.ALWAYS);
        time.getStyleClass().add("second-line");
        time.setMinWidth(USE_PREF_SIZE);
        time.setText(texts.stopwatch(length));
        var line = new HBox(8, play, position, time);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String name() {
        return file.whole()
                ? texts.get("calls.recording.whole")
                : texts.get("calls.recording.part", file.name().replaceFirst(".*-([0-9]+)\\..*", "$1"));
    }

    RecordedFile file() {
        return file;
    }

    private Button button(Feather icon, String text) {
        var button = new Button();
        dress(button, icon, text);
        button.getStyleClass().addAll("icon-button", "flat", "small");
        return button;
    }

    private void dress(Button button, Feather icon, String text) {
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(texts.get(text) + ", " + name());
        button.setTooltip(new Tooltip(texts.get(text)));
    }

    private void seek(double seconds) {
        if (!following && player != null) {
            player.seek(Duration.ofMillis((long) (seconds * 1_000)));
        }
    }

    /** Null for none: it can be played anew. */
    void setPlayer(@Nullable SoundPlayer made) {
        player = made;
        position.setDisable(made == null);
        show();
    }

    void setReading(boolean reading) {
        play.setDisable(reading);
    }

    /** The sound goes on. */
    void show() {
        var now = player;
        boolean playing = now != null && now.isPlaying();
        dress(play, playing ? Feather.PAUSE : Feather.PLAY, playing ? "calls.recording.pause" : "calls.recording.play");
        var length = file.length();
        if (now != null && length != null) {
            following = true;
            position.setValue(seconds(now.position()));
            following = false;
            time.setText(texts.get("calls.recording.time", texts.stopwatch(now.position()), texts.stopwatch(length)));
        }
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1e3;
    }
}
