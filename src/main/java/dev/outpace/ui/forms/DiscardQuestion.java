package dev.outpace.ui.forms;

import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.texts.Texts;

/** Asks before what was typed is thrown away. */
public record DiscardQuestion(Texts texts, DialogLayer dialogs) {

    /** @param discard runs when the person agreed */
    public void ask(Runnable discard) {
        new ConfirmDialog(
                        texts.get("form.discard.title"),
                        texts.get("form.discard.text"),
                        texts.get("form.discard"),
                        texts.get("form.keep"),
                        true)
                .askIn(dialogs)
                .thenAccept(confirmed -> {
                    if (confirmed) {
                        discard.run();
                    }
                });
    }
}
