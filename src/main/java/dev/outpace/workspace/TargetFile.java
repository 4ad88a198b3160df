package dev.outpace.workspace;

import dev.outpace.formats.CsvFacts;
import dev.outpace.model.Problem;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/** A CSV file of targets, as it is shown before its import. */
public final class TargetFile {
    private final CsvFacts facts;

    /** What looking at a file gives. */
    public sealed interface Look {
        record Usable(TargetFile file) implements Look {}

        /** It can't be used at all. */
        record Refused(Problem problem) implements Look {}
    }

    TargetFile(CsvFacts facts) {
        this.facts = facts;
    }

    CsvFacts facts() {
        return facts;
    }

    public Path path() {
        return facts.file();
    }

    public long bytes() {
        return facts.bytes();
    }

    /** About how many there are: a row over several lines counts for each. */
    public long rows() {
        return facts.rows();
    }

    public Charset charset() {
        return facts.form().charset();
    }

    /** Warnings of what was guessed. */
    public List<Problem> doubts() {
        return facts.doubts();
    }

    public char delimiter() {
        return facts.form().delimiter();
    }

    public List<String> columns() {
        return facts.columns();
    }

    /** The first rows, each with as many cells as there are columns. */
    public List<List<String>> samples() {
        return facts.samples();
    }
}
