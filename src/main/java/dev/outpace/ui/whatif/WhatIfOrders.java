package dev.outpace.ui.whatif;

import dev.outpace.model.Campaign;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.forms.LowLevel;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfQuestion;
import dev.outpace.whatif.WhatIfSetting;
import dev.outpace.whatif.WhatIfStart;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.ProblemWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;

/** What is done with an answer. */
final class WhatIfOrders {
    private static final Look DONE = new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE));

    private final Texts texts;
    private final WhatIfSource source;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final FileChoice files;
    private final WhatIfWords names;
    private final ProblemWords words = new ProblemWords();

    WhatIfOrders(
            Texts texts, WhatIfSource source, Tasks tasks, DialogLayer dialogs, ToastLayer toasts, FileChoice files) {
        this.texts = texts;
        this.source = source;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.files = files;
        names = new WhatIfWords(texts);
    }

    /**
     * Asks, saves, and offers the way back. What was simulated is not what is there now: the question says what differs.
     *
     * @param simulated what the setting was found with
     */
    void apply(CampaignRow row, WhatIfSetting setting, WhatIfQuestion simulated) {
        tasks.onFx(
                source.start(row.id()),
                today -> ask(
                        row,
                        setting,
                        today.map(start -> differences(simulated, start)).orElse("")));
    }

    /** "Agents 30, today 21"; empty where today is as it was simulated. */
    private String differences(WhatIfQuestion simulated, WhatIfStart today) {
        return Arrays.stream(QuestionField.values())
                .filter(entry -> entry.isFact() && entry.differs(simulated, today.question()))
                .map(entry -> texts.get(
                        "whatif.apply.line",
                        texts.get(entry.textKey()),
                        entry.show(entry.of(simulated)),
                        entry.show(entry.of(today.question()))))
                .collect(Collectors.joining("; "));
    }

    private void ask(CampaignRow row, WhatIfSetting setting, String differences) {
        var before = row.campaign();
        var told = new ArrayList<String>();
        if (!differences.isEmpty()) {
            told.add(texts.get("whatif.apply.differs", differences));
        }
        if (setting instanceof WhatIfSetting.Level(var level) && LowLevel.isLow(level)) {
            told.add(new LowLevel(texts, dialogs, tasks).sentence(level));
        }
        told.add(texts.get("whatif.apply.text", names.phrase(WhatIfSetting.of(before))));
        var question = new ConfirmDialog(
                texts.get("whatif.apply.title", names.setting(setting), before.name()),
                String.join(" ", told),
                texts.get("whatif.apply", names.setting(setting)),
                texts.get("control.cancel"),
                false);
        tasks.onFx(question.askIn(dialogs), confirmed -> {
            if (confirmed) {
                tasks.onFx(source.apply(row.id(), setting), answer -> {
                    if (told(answer)) {
                        offerUndo(before, setting);
                    }
                });
            }
        });
    }

    private void offerUndo(Campaign before, WhatIfSetting setting) {
        toasts.show(
                DONE,
                texts.get(
                        "whatif.applied", before.name(), names.phrase(WhatIfSetting.of(before)), names.phrase(setting)),
                new ToastLayer.Action(texts.get("control.undo"), () -> tasks.onFx(source.undo(before), this::told)));
    }

    void export(CampaignRow row, WhatIfAnswer answer) {
        var scene = dialogs.getScene();
        var name = row.campaign().name().replaceAll("[^\\p{L}\\p{N} _.-]", "_");
        files.toWrite(
                        new FileChoice.Question(
                                scene == null ? null : scene.getWindow(),
                                texts.get("whatif.export"),
                                texts.get("import.csvFiles"),
                                "*.csv"),
                        texts.get("whatif.export.file", name) + ".csv")
                .ifPresent(file -> tasks.onFx(source.export(answer, file), saved -> {
                    if (told(saved)) {
                        toasts.show(DONE, texts.get("whatif.exported", file));
                    }
                }));
    }

    private boolean told(Answer answer) {
        if (answer instanceof Answer.Done) {
            return true;
        }
        toasts.show(
                new Look(Tone.DANGER, Symbol.of(Feather.ALERT_OCTAGON)),
                String.join(" ", words.lines(answer.problems())));
        return false;
    }
}
