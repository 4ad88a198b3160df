package dev.outpace.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.util.Subscription;
import org.kordamp.ikonli.IkonHandler;

/**
 * Light or dark for all windows of the program. AtlantaFX is the user agent style sheet, ours are author style sheets on
 * each scene, so that they win over values set in code by the libraries; popups take them over from their owner.
 */
public final class Theme {

    public enum Mode {
        LIGHT,
        DARK;

        /** What the desktop is set to. */
        public static Mode ofSystem() {
            return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
        }

        public Mode other() {
            return this == LIGHT ? DARK : LIGHT;
        }
    }

    private static final String ASSETS = "/dev/outpace/assets/";

    private final ObjectProperty<Mode> mode;

    /** Loads the fonts and sets the user agent style sheet: call before the first scene is made. */
    public Theme(Mode first) {
        Stream.of("Regular", "Medium", "SemiBold").forEach(Theme::loadFont);
        mode = new SimpleObjectProperty<>(this, "mode", first);
        mode.subscribe(Theme::setUserAgentStylesheet);
    }

    /** Looks for packs of icons as the first icon does, so that it does not wait until every jar is opened. On any thread. */
    public static void findIcons() {
        try {
            Collections.list(
                    Theme.class.getClassLoader().getResources("META-INF/services/" + IkonHandler.class.getName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    public Mode getMode() {
        return mode.get();
    }

    public void setMode(Mode value) {
        mode.set(value);
    }

    /** Dresses the scene, now and at each change of the mode, until the subscription ends. */
    public Subscription install(Scene scene) {
        return mode.subscribe(now -> {
            scene.getStylesheets().setAll(stylesheets(now));
            scene.getPreferences().setColorScheme(now == Mode.DARK ? ColorScheme.DARK : ColorScheme.LIGHT);
        });
    }

    /** The window icon in several sizes. */
    public static List<Image> icons() {
        return Stream.of(16, 24, 32, 48, 64, 128, 256)
                .map(size -> new Image(url(ASSETS + "icons/outpace-" + size + ".png")))
                .toList();
    }

    private static void setUserAgentStylesheet(Mode mode) {
        var theme = mode == Mode.DARK ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    private static List<String> stylesheets(Mode mode) {
        var tokens = mode == Mode.DARK ? "tokens-dark" : "tokens-light";
        var names = Stream.of(
                tokens,
                "bridge",
                "base",
                "controls",
                "components",
                "shell",
                "tables",
                "campaign",
                "campaign-settings",
                "flow-inspector",
                "flow-canvas",
                "campaigns",
                "targets",
                "rules",
                "agents",
                "calls",
                "what-if",
                "settings");
        var more = Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)
                ? Stream.<String>empty()
                : Stream.of("opaque-popups");
        return Stream.concat(names, more)
                .map(name -> url("/dev/outpace/ui/theme/" + name + ".css"))
                .toList();
    }

    private static void loadFont(String style) {
        var path = ASSETS + "fonts/OutpaceSans-" + style + ".ttf";
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(path), path)) {
            if (Font.loadFont(in, 13) == null) {
                throw new IllegalStateException("Not a font: " + path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(String path) {
        return Objects.requireNonNull(Theme.class.getResource(path), path).toExternalForm();
    }
}
