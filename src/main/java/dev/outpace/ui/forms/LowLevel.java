package dev.outpace.ui.forms;

import dev.outpace.pacing.ServiceLevelRule;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;

/** Asks before a service level so low that most people who answer find no agent. */
public final class LowLevel {
    /** Below it more than four calls dial for one free agent. */
    public static final int ASKED_BELOW = 25;

    private final Texts texts;
    private final DialogLayer dialogs;
    private final Tasks tasks;

    public LowLevel(Texts texts, DialogLayer dialogs, Tasks tasks) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.tasks = tasks;
    }

    public static boolean isLow(int level) {
        return level < ASKED_BELOW;
    }

    /** @param go runs at once, or when a lower level than before was confirmed, or never */
    public void ask(int before, int level, Runnable go) {
        if (!isLow(level) || level >= before) {
            go.run();
            return;
        }
        var shown = texts.percent(level);
        var question = new ConfirmDialog(
                texts.get("lowLevel.title", shown),
                sentence(level),
                texts.get("lowLevel.go", shown),
                texts.get("control.cancel"),
                true);
        tasks.onFx(question.askIn(dialogs), confirmed -> {
            if (confirmed) {
                go.run();
            }
        });
    }

    /** What it does. */
    public String sentence(int level) {
        var calls = ServiceLevelRule.with(1, level).allowed();
        return calls.isEmpty() ? texts.get("lowLevel.none") : texts.get("lowLevel.text", calls.getAsLong());
    }
}
