package dev.outpace.ui.forms;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.live.Job;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Stands over the window while long work goes on, so that it is seen and can be cancelled; quick work never shows it. */
public final class WorkDialog extends VBox {

    private static final Duration PATIENCE = Duration.millis(300);

    private final Job<?> job;
    private final DialogLayer dialogs;
    private final Button cancel;
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    private WorkDialog(String title, String cancelText, Job<?> job, DialogLayer dialogs) {
        this.job = job;
        this.dialogs = dialogs;
        getStyleClass().add("confirm-dialog");
        var titleLabel = new Label(title);
        titleLabel.getStyleClass().add("pane-title");
        titleLabel.setWrapText(true);
        titleLabel.setMinHeight(Region.USE_PREF_SIZE);
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(title);
        job.doneProperty().subscribe(done -> bar.setProgress(share(done.longValue())));
        cancel = new Button(cancelText);
        cancel.setOnAction(event -> job.cancel());
        var buttons = new HBox(cancel);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("dialog-buttons");
        getChildren().addAll(titleLabel, bar, buttons);
        setAccessibleText(title);
    }

    private double share(long done) {
        long total = job.totalProperty().get();
        return total == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / total;
    }

    /** Follows the work to its end. */
    public static void follow(Job<?> job, String title, String cancelText, DialogLayer dialogs) {
        var dialog = new WorkDialog(title, cancelText, job, dialogs);
        dialog.patience.setOnFinished(event -> dialog.open());
        dialog.patience.play();
        job.stateProperty().subscribe(state -> {
            if (state != Job.State.RUNNING) {
                dialog.patience.stop();
                dialogs.close(dialog);
            }
        });
    }

    private void open() {
        if (job.getState() == Job.State.RUNNING) {
            dialogs.open(this, cancel, job::cancel);
        }
    }
}
