package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the palette lists: all by category, or what is looked for. */
final class PaletteRows {
    private final ActionWords words;

    PaletteRows(ActionWords words) {
        this.words = words;
    }

    /**
     * @param sought in names and summaries, all of its words; empty for all
     * @param folded categories whose entries are hidden, as long as nothing is looked for
     */
    List<PaletteRow> of(String sought, Set<ActionType.Category> folded) {
        var terms = Stream.of(sought.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(term -> !term.isEmpty())
                .toList();
        var rows = new ArrayList<PaletteRow>();
        for (var category : ActionType.Category.values()) {
            var found = Stream.of(ActionType.values())
                    .filter(type -> type.category() == category && matches(type, terms))
                    .sorted(Comparator.comparing(ActionType::isDeprecated))
                    .toList();
            if (!found.isEmpty()) {
                boolean open = !terms.isEmpty() || !folded.contains(category);
                rows.add(new PaletteRow.Heading(category, open));
                if (open) {
                    found.forEach(type -> rows.add(new PaletteRow.Entry(type)));
                }
            }
        }
        return rows;
    }

    private boolean matches(ActionType type, List<String> terms) {
        var searched = (type.published() + " " + type.published().replace('_', ' ') + " " + words.summary(type))
                .toLowerCase(Locale.ROOT);
        return terms.stream().allMatch(searched::contains);
    }
}
