package dev.outpace.ui.calls;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.RecordedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.UUID;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The recordings of the call that is shown; one is played at a time. Nothing is there where there are none. */
final class RecordingList {
    /** Between two moves of the position. */
    private static final long MOVE_MILLIS = 200;

    /** What the list is made with. */
    record Parts(
            Texts texts, Tasks tasks, Pulse pulse, ToastLayer toasts, FileChoice files, SoundPlayer.Maker players) {}

    private final Parts parts;
    private final CallSource source;
    private final VBox section;
    private final VBox rows;
    private final ProblemWords words = new ProblemWords();
    private @Nullable UUID callId;
    private List<RecordedFile> shown = List.of();
    private @Nullable RecordingRow playing;
    private @Nullable SoundPlayer player;
    private Subscription moving = Subscription.EMPTY;

    RecordingList(Parts parts, CallSource source, VBox section, VBox rows) {
        this.parts = parts;
        this.source = source;
        this.section = section;
        this.rows = rows;
        section.managedProperty().bind(section.visibleProperty());
        section.setVisible(false);
    }

    /** Shows those of another call; what is played ends. */
    void show(UUID shownCall) {
        if (!shownCall.equals(callId)) {
            end();
            callId = shownCall;
            shown = List.of();
            section.setVisible(false);
        }
        read();
    }

    /** More may be there by now. */
    void read() {
        var wanted = callId;
        if (wanted == null) {
            return;
        }
        parts.tasks()
                .start(
                        _ -> {
                            try {
                                return source.recordings(wanted);
                            } catch (IOException failure) {
                                throw new UncheckedIOException(failure);
                            }
                        },
                        found -> {
                            if (wanted.equals(callId) && !found.equals(shown) && playing == null) {
                                draw(found);
                            }
                        },
                        _ -> {});
    }

    private void draw(List<RecordedFile> found) {
        shown = found;
        rows.getChildren()
                .setAll(found.stream()
                        .map(file -> new RecordingRow(parts.texts(), file, this::playOrPause, this::save))
                        .toList());
        section.setVisible(!found.isEmpty());
    }

    private void playOrPause(RecordingRow row) {
        if (!row.equals(playing)) {
            begin(row);
        } else if (player != null) {
            if (player.isPlaying()) {
                player.pause();
            } else {
                player.play();
            }
            row.show();
        }
    }

    private void begin(RecordingRow row) {
        end();
        playing = row;
        row.setReading(true);
        parts.tasks()
                .start(
                        _ -> {
                            try (var sound = source.open(row.file())) {
                                return parts.players().make(sound);
                            } catch (IOException failure) {
                                return failure;
                            }
                        },
                        made -> {
                            row.setReading(false);
                            switch (made) {
                                case SoundPlayer ready -> hear(row, ready);
                                case IOException failure -> tell(row, failure);
                                default -> throw new IllegalStateException("neither a sound nor a failure");
                            }
                        },
                        _ -> row.setReading(false));
    }

    private void hear(RecordingRow row, SoundPlayer ready) {
        if (!row.equals(playing)) {
            ready.close();
            return;
        }
        player = ready;
        ready.play();
        row.setPlayer(ready);
        moving = parts.pulse().every(MOVE_MILLIS, row::show);
    }

    private void tell(RecordingRow row, IOException failure) {
        if (row.equals(playing)) {
            playing = null;
        }
        var texts = parts.texts();
        parts.toasts()
                .show(
                        Looks.of(Severity.WARNING),
                        switch (failure) {
                            case SoundPlayer.NoSoundOutput _ -> texts.get("calls.recording.noOutput");
                            case NoSuchFileException _ -> texts.get("calls.recording.gone");
                            default -> texts.get("calls.recording.notPlayed", String.valueOf(failure.getMessage()));
                        });
    }

    /** What is played ends. */
    void end() {
        moving.unsubscribe();
        moving = Subscription.EMPTY;
        if (player != null) {
            player.close();
            player = null;
        }
        if (playing != null) {
            playing.setPlayer(null);
            playing = null;
        }
    }

    private void save(RecordedFile file) {
        var texts = parts.texts();
        var question = new FileChoice.Question(
                section.getScene().getWindow(),
                texts.get("calls.recording.save"),
                texts.get("calls.recording.files"),
                "*" + file.name().substring(file.name().lastIndexOf('.')));
        parts.files()
                .toWrite(question, file.name())
                .ifPresent(target -> parts.tasks().start(_ -> source.save(file, target), this::saved, _ -> {}));
    }

    private void saved(Answer answer) {
        if (answer instanceof Answer.Done) {
            parts.toasts()
                    .show(
                            new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)),
                            parts.texts().get("calls.recording.saved"));
        } else {
            answer.problems()
                    .forEach(problem -> parts.toasts().show(Looks.of(problem.severity()), words.sentence(problem)));
        }
    }
}
