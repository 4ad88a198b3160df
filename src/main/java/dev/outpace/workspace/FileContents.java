package dev.outpace.workspace;

import dev.outpace.formats.SetUp;
import dev.outpace.formats.TargetList;
import dev.outpace.model.Campaign;
import dev.outpace.model.Problem;
import java.util.List;

/** What files hold and how it fits into the workspace, to be looked at before it is imported. */
public final class FileContents {
    private final SetUp setUp;
    private final boolean replace;
    private final List<Problem> problems;
    private final long dropped;

    FileContents(SetUp setUp, boolean replace, List<Problem> problems, long dropped) {
        this.setUp = setUp;
        this.replace = replace;
        this.problems = List.copyOf(problems);
        this.dropped = dropped;
    }

    SetUp setUp() {
        return setUp;
    }

    boolean replace() {
        return replace;
    }

    /** With places "file: path"; warnings, if there is no error. */
    public List<Problem> problems() {
        return problems;
    }

    public boolean refused() {
        return problems.stream().anyMatch(Problem::isError);
    }

    public List<Campaign> campaigns() {
        return setUp.campaigns();
    }

    public int outplans() {
        return setUp.outplans().size();
    }

    public int lists() {
        return setUp.outdials().size();
    }

    public int queues() {
        return setUp.queues().size();
    }

    public int agents() {
        return setUp.agents().size();
    }

    /** Targets of the workspace that the import removes, since the files lack them. */
    public long dropped() {
        return dropped;
    }

    public long targets() {
        return setUp.outdials().stream().mapToLong(TargetList::size).sum();
    }
}
