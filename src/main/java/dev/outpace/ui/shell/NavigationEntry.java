package dev.outpace.ui.shell;

import java.util.function.Supplier;
import org.kordamp.ikonli.feather.Feather;

/**
 * An entry of the navigation.
 *
 * @param screen made at the first visit and kept
 * @param keys what leads here
 * @param atEnd at the lower end, as Settings are
 */
public record NavigationEntry(
        String id, String textKey, Feather icon, Supplier<Screen> screen, Shortcut keys, boolean atEnd) {
    public NavigationEntry(String id, String textKey, Feather icon, Supplier<Screen> screen, Shortcut keys) {
        this(id, textKey, icon, screen, keys, false);
    }
}
