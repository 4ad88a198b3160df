package dev.outpace.workspace;

import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What a name has to be, of whatever it is the name. */
record NameCheck(String name) {
    /** @param code of the problem of an empty name */
    List<Problem> check(String code) {
        return name.isBlank() ? List.of(Problem.error(code, "name")) : length();
    }

    /**
     * Names that came in as twins by a file may stay; only a new name must be free, because the command line and every
     * picker go by it.
     *
     * @param id of what has or gets the name
     * @param all the stored ones of its kind
     */
    List<Problem> free(UUID id, Collection<? extends Resource> all) {
        boolean kept =
                all.stream().anyMatch(one -> one.id().equals(id) && one.name().equals(name));
        boolean taken =
                all.stream().anyMatch(one -> !one.id().equals(id) && one.name().equalsIgnoreCase(name));
        return taken && !kept ? List.of(Problem.error("resource.name_taken", "name", name)) : List.of();
    }

    /** For what may be without a name. */
    List<Problem> length() {
        return name.length() > Resource.MAX_NAME
                ? List.of(Problem.error("resource.name_long", "name", name.length(), Resource.MAX_NAME))
                : List.of();
    }
}
