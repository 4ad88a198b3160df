package dev.outpace.workspace;

import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import java.util.List;

/** What a name has to be, of whatever it is the name. */
record NameCheck(String name) {
    /** @param code of the problem of an empty name */
    List<Problem> check(String code) {
        return name.isBlank() ? List.of(Problem.error(code, "name")) : length();
    }

    /** For what may be without a name. */
    List<Problem> length() {
        return name.length() > Resource.MAX_NAME
                ? List.of(Problem.error("resource.name_long", "name", name.length(), Resource.MAX_NAME))
                : List.of();
    }
}
