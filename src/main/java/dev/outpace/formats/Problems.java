package dev.outpace.formats;

import dev.outpace.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is found wrong in the files of one command: the first {@value #MAX} errors and warnings, the rest counted. */
final class Problems {
    static final int MAX = 50;

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private long moreErrors;
    private long moreWarnings;

    void add(Problem problem) {
        if (problem.isError()) {
            if (errors.size() < MAX) {
                errors.add(problem);
            } else {
                moreErrors++;
            }
        } else if (warnings.size() < MAX) {
            warnings.add(problem);
        } else {
            moreWarnings++;
        }
    }

    /** Whether there is an error. */
    boolean any() {
        return !errors.isEmpty();
    }

    /** Whether so many errors are known that reading on is idle. */
    boolean full() {
        return moreErrors > 0;
    }

    List<Problem> list() {
        var all = new ArrayList<>(errors);
        if (moreErrors > 0) {
            all.add(Problem.error("import.more_errors", "", moreErrors));
        }
        all.addAll(warnings);
        if (moreWarnings > 0) {
            all.add(Problem.warning("import.more_warnings", "", moreWarnings));
        }
        return all;
    }
}
