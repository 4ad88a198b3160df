package dev.outpace.ui.settings;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.forms.FileChoice;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

    static TelephonyScreen.Parts parts(UiRig rig, TelephonySource source, Runnable reopen) {
        return new TelephonyScreen.Parts(
                rig.texts,
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
