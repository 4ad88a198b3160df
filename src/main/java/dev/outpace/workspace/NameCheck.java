package dev.outpace.workspace;

import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import java.util.List;

/** What a name has to be, of whatever it is the name. */
record NameCheck(String name) {
    List<Problem> check(String codeOfEmpty) {
        return name.isBlank() ? List.of(Problem.error(codeOfEmpty, "name")) : length();
    }

    /** For what may be without a name. */
    List<Problem> length() {
        return name.length() > Resource.MAX_NAME
                ? List.of(Problem.error("resource.name_long", "name", name.length(), Resource.MAX_NAME))
                : List.of();
    }
}
