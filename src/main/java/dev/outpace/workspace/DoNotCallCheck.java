package dev.outpace.workspace;

import dev.outpace.formats.DoNotCallRead;
import dev.outpace.formats.SetUp;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Problem;
import dev.outpace.model.Severity;
import dev.outpace.store.DoNotCallQueries.Size;
import dev.outpace.store.DoNotCallWrites.Load;
import java.util.ArrayList;
import java.util.List;

/** What is told of a do-not-call file before anything of it is written. */
final class DoNotCallCheck {
    private DoNotCallCheck() {}

    /** Lines that can't be read are warnings, since the rest of the file is taken all the same. */
    static List<Problem> of(DoNotCallRead read) {
        var problems = new ArrayList<Problem>();
        for (var problem : read.problems()) {
            problems.add(new Problem(Severity.WARNING, problem.code(), problem.place(), problem.args()));
        }
        long more = read.rejected() - read.problems().size();
        if (more > 0) {
            problems.add(Problem.warning("dnc.more_rejected", "", more));
        }
        return problems;
    }

    /** What a set-up loads into do-not-call lists. A list without entries keeps those that it has. */
    static List<Load> loads(SetUp setUp) {
        var loads = new ArrayList<Load>();
        for (var content : setUp.doNotCall()) {
            var entries = content.entries();
            if (entries != null) {
                loads.add(Load.replacing(content.list(), entries));
            }
        }
        return loads;
    }

    /** A file that takes the place of a list twice as long may be a part of it, or a list of changes. */
    static List<Problem> shrinks(DoNotCallList list, Size now, DoNotCallRead read) {
        return 2L * read.added().size() < now.entries()
                ? List.of(Problem.warning("dnc.shrinks", "", list.name(), now.entries(), (long)
                        read.added().size()))
                : List.of();
    }
}
