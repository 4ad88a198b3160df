package dev.outpace.ui.forms;

import dev.outpace.ui.controls.SearchableBox;
import dev.outpace.ui.texts.Texts;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The region whose numbers are written without a country, by name; its first entry refuses such numbers. */
public final class RegionPicker extends SearchableBox<String> {

    public static final String NONE = "";

    /** @param regions two letters each */
    public RegionPicker(Texts texts, Collection<String> regions) {
        getItems().add(NONE);
        regions.stream().sorted(Comparator.comparing(RegionPicker::name)).forEach(getItems()::add);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String region) {
                return region == null || region.equals(NONE)
                        ? texts.get("import.noRegion")
                        : texts.get("import.regionName", name(region), region);
            }

            @Override
            public String fromString(String words) {
                return getItems().stream()
                        .filter(region -> toString(region).equals(words))
                        .findFirst()
                        .orElse(NONE);
            }
        });
    }

    /** As it stands in the list. */
    public String words(String region) {
        return getConverter().toString(region);
    }

    private static String name(String region) {
        return Locale.of("", region).getDisplayCountry(Locale.ENGLISH);
    }
}
