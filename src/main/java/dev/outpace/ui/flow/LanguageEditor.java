package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A language by its tag, with its name beside the label. */
final class LanguageEditor extends OptionEditor {
    private static final List<String> COMMON = List.of(
            "en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "es-US", "it-IT", "nl-NL", "pt-BR", "pt-PT", "pl-PL", "da-DK",
            "sv-SE", "nb-NO", "fi-FI", "cs-CZ", "tr-TR", "ja-JP", "ko-KR", "cmn-CN", "hi-IN", "ar-XA");

    private final NameBox box;

    LanguageEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        box = new NameBox(name, LanguageEditor::named, this::typed);
        box.showNames(COMMON);
        box.setPromptText(form.words().unset(form.action().type(), spec));
    }

    private void typed(String tag) {
        note(named(tag.strip()));
        putText(tag.strip());
    }

    /** "English (United Kingdom)"; empty for what is no known language. */
    private static String named(String tag) {
        var locale = Locale.forLanguageTag(tag);
        var language = locale.getDisplayLanguage(Locale.ENGLISH);
        return language.equals(locale.getLanguage()) ? "" : locale.getDisplayName(Locale.ENGLISH);
    }

    @Override
    Region node() {
        return box;
    }

    @Override
    void display(@Nullable Json newValue) {
        box.showText(text(newValue));
        note(named(text(newValue)));
    }
}
