package dev.outpace.ui.settings;

import dev.outpace.model.LineLimits;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.Monitoring;
import dev.outpace.workspace.TelephonyChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Saves an edited telephony: its lines and what a supervisor hears at once, the rest for the next opening, after the user agreed that
 * calls end.
 */
final class TelephonySaving {
    private final TelephonyScreen.Parts parts;
    private final Runnable changed;
    private final Told told;
    private boolean underWay;

    /** Hears what became of it. */
    interface Told {
        /** @param reopens whether the workspace has to be opened anew for what was saved */
        void told(Answer answer, boolean reopens);
    }

    /** @param changed runs when saving begins and when it ends */
    TelephonySaving(TelephonyScreen.Parts parts, Runnable changed, Told told) {
        this.parts = parts;
        this.changed = changed;
        this.told = told;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** A draft without problems. */
    void save(TelephonyDraft draft) {
        var lines = draft.isLinesChanged() ? draft.lines() : null;
        var monitoring = draft.isMonitoringChanged() ? draft.monitoring() : null;
        var choice = draft.isLinkChanged() ? draft.choice() : null;
        if (choice == null || parts.live().totals().inProgress() == 0) {
            save(lines, monitoring, choice);
            return;
        }
        var texts = parts.texts();
        var dialog = new ConfirmDialog(
                texts.get("telephony.ask.title"),
                texts.get("telephony.ask.text", parts.live().totals().inProgress()),
                texts.get("telephony.ask.confirm"),
                texts.get("control.cancel"),
                true);
        parts.tasks().onFx(dialog.askIn(parts.dialogs()), confirmed -> {
            if (confirmed) {
                save(lines, monitoring, choice);
            }
        });
    }

    private void save(@Nullable LineLimits lines, @Nullable Monitoring monitoring, @Nullable TelephonyChoice choice) {
        underWay = true;
        changed.run();
        if (lines == null) {
            save(monitoring, choice);
            return;
        }
        parts.tasks()
                .onFx(
                        parts.source().save(lines),
                        answer -> {
                            if (answer instanceof Answer.Done) {
                                save(monitoring, choice);
                            } else {
                                end(answer, false);
                            }
                        },
                        _ -> fail());
    }

    private void save(@Nullable Monitoring monitoring, @Nullable TelephonyChoice choice) {
        if (monitoring == null) {
            save(choice);
            return;
        }
        parts.tasks()
                .start(
                        _ -> parts.source().save(monitoring),
                        answer -> {
                            if (answer instanceof Answer.Done) {
                                save(choice);
                            } else {
                                end(answer, false);
                            }
                        },
                        _ -> fail());
    }

    private void save(@Nullable TelephonyChoice choice) {
        if (choice == null) {
            end(new Answer.Done(List.of()), false);
            return;
        }
        parts.tasks().start(_ -> parts.source().save(choice), answer -> end(answer, true), _ -> fail());
    }

    private void end(Answer answer, boolean reopens) {
        underWay = false;
        told.told(answer, reopens);
    }

    private void fail() {
        underWay = false;
        changed.run();
    }
}
