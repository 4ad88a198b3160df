package dev.outpace.app;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the console, each longer by two fifths, as another language would have them. */
final class LongTexts extends ResourceBundle {
    private static final double LONGER = 0.4;
    private static final String FILLER = " lorem ipsum dolor sit amet consetetur sadipscing elitr";

    private final ResourceBundle texts = ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH);

    @Override
    protected Object handleGetObject(String key) {
        var text = texts.getString(key);
        return key.startsWith("format.") ? text : text + filler((int) Math.ceil(text.length() * LONGER));
    }

    private static String filler(int length) {
        return FILLER.repeat(length / FILLER.length() + 1).substring(0, length).stripTrailing();
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
