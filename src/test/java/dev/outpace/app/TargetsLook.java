package dev.outpace.app;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.targets.*;
import dev.outpace.ui.theme.*;
import dev.outpace.ui.texts.Texts;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

class TargetsLook {
    @TempDir Path folder;

    @Test
    void look() throws Exception {
        FxToolkit.registerPrimaryStage();
        look(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), "n", folder.resolve("a"));
        look(new LongTexts(), "long", folder.resolve("b"));
    }

    void look(ResourceBundle bundle, String tag, Path at) throws Exception {
        try (var tour = new Tour(at, bundle)) {
            var w = tour.window();
            var f = ConsoleWindow.class.getDeclaredField("parts"); f.setAccessible(true);
            var cp = (ConsoleWindow.Parts) f.get(w);
            Screen[] made = new Screen[3];
            var texts = new Texts(bundle, ZoneOffset.UTC);
            var dialogs = new dev.outpace.ui.controls.DialogLayer();
            var toasts = new dev.outpace.ui.controls.ToastLayer("x");
            var csv = Path.of("src/test/resources/dev/outpace/exchange/targets.csv").toAbsolutePath();
            CsvFiles files = new CsvFiles() {
                public Optional<Path> choose(javafx.stage.Window o) { return Optional.of(csv); }
                public Optional<Path> place(javafx.stage.Window o, String s) { return Optional.empty(); }
            };
            OutdialRow list = Tour.onFx(() -> w.live().outdials().stream().max(Comparator.comparingLong(r -> r.counts() == null || r.counts().done() == 0 ? 0 : r.counts().total())).orElseThrow());
            Tour.onFx(() -> {
                made[0] = new TargetListsScreen(texts, cp.workspace(), w.live(), cp.tasks(), dialogs, toasts, r -> {});
                var screens = new TargetListScreens(new TargetListScreens.Parts(texts, cp.workspace(), w.live(), cp.tasks(), Clock.systemUTC(), dialogs, toasts, files, () -> {}));
                made[1] = screens.of(list);
                made[2] = screens.of(list);
                return 1;
            });
            for (int i = 0; i < 3; i++) {
                int n = i;
                Tour.onFx(() -> { w.navigator().open("campaigns", made[n]); return 1; });
                if (n == 2) {
                    Tour.onFx(() -> { made[n].perform(dev.outpace.ui.shell.Shortcut.IMPORT_FILE); return 1; });
                }
                Thread.sleep(2500);
                for (int[] s : new int[][] {{1024, 700}, {1440, 900}, {1920, 1080}}) {
                    for (var mode : Theme.Mode.values()) {
                        tour.show(mode, s[0], s[1]);
                        if (n == 2 && mode == Theme.Mode.LIGHT && s[0] == 1024) {
                            Tour.onFx(() -> { made[n].perform(dev.outpace.ui.shell.Shortcut.IMPORT_FILE); return 1; });
                            Thread.sleep(1500);
                            tour.show(mode, s[0], s[1]);
                        }
                        for (var fault : Tour.onFx(() -> LayoutFaults.of(tour.scene(), s[0] == 1440 && tag.equals("n")))) {
                            System.out.println(tag + " screen" + n + " " + s[0] + " " + mode + ": " + fault);
                        }
                        Tour.onFx(() -> { Snapshots.write(tour.scene(), "look-" + tag + n + "-" + s[0] + "-" + mode); return 1; });
                    }
                }
            }
            System.out.println("failures " + tour.failures);
        }
    }
}
