package dev.outpace.workspace;

import dev.outpace.model.Campaign;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import java.util.Collection;
import java.util.List;

/** The names that forms give: none is empty or longer than a row shows, and no two of a kind are the same. */
final class NameCheck {
    /** Characters. */
    private static final int MOST = 255;

    private NameCheck() {}

    static void bounded(Resource draft, List<Problem> problems) {
        if (draft.name().isBlank()) {
            var code = draft instanceof Campaign ? "campaign.name_empty" : "resource.name_empty";
            problems.add(Problem.error(code, "name"));
        } else if (draft.name().length() > MOST) {
            problems.add(
                    Problem.error("resource.name_long", "name", draft.name().length(), MOST));
        }
    }

    /**
     * Names that came in as twins by a file may stay; only a new name must be free, because the command line and every
     * picker go by it.
     *
     * @param all the stored ones of its kind
     */
    static void free(Resource draft, Collection<? extends Resource> all, List<Problem> problems) {
        boolean kept = all.stream()
                .anyMatch(one -> one.id().equals(draft.id()) && one.name().equals(draft.name()));
        if (!kept
                && all.stream()
                        .anyMatch(one ->
                                !one.id().equals(draft.id()) && one.name().equalsIgnoreCase(draft.name()))) {
            problems.add(Problem.error("resource.name_taken", "name", draft.name()));
        }
    }
}
