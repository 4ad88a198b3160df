package dev.outpace.ui.settings;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.shell.Views;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.Parent;

/** The telephony of a workspace that is set to an Asterisk. */
public final class TelephonyFixture {

    private TelephonyFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var screen = screen(rig, new FakeTelephony(FakeTelephony.ASTERISK), () -> {});
        screen.onShow();
        return rig.framed(screen);
    }

    static TelephonyScreen screen(UiRig rig, TelephonySource source, Runnable reopen) {
        return new TelephonyScreen(parts(rig, source, reopen));
    }

    /** One card of the page, alone. */
    static Parent card(BiFunction<TelephonyScreen.Parts, TelephonyForm, Object> controller) {
        var rig = new UiRig();
        var source = new FakeTelephony(FakeTelephony.ASTERISK);
        var draft = new TelephonyDraft(
                new TelephonyField.Values(
                        source.saved(), source.monitoring(), rig.live.settings().lines()),
                false);
        var form = new TelephonyForm(rig.texts, draft, () -> {});
        var node = new Views(rig.texts).load(controller.apply(parts(rig, source, () -> {}), form));
        form.show();
        return rig.framed(node);
    }

    static TelephonyScreen.Parts parts(UiRig rig, TelephonySource source, Runnable reopen) {
        return new TelephonyScreen.Parts(
                rig.texts,
                "Nordhavn",
                source,
                rig.live,
                rig.tasks,
                rig.pulse,
                Clock.systemUTC(),
                rig.dialogs,
                rig.toasts,
                new FileChoice() {
                    @Override
                    public List<Path> toRead(Question question) {
                        return List.of(Path.of("chosen"));
                    }

                    @Override
                    public Optional<Path> toWrite(Question question, String name) {
                        return Optional.empty();
                    }
                },
                reopen);
    }
}
