package dev.outpace.formats;

import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A failure of the disk as a problem. */
final class FileFault {
    private FileFault() {}

    static Problem of(Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return Problem.error("file.missing", file.toString());
        }
        if (failure instanceof DamagedWorkbook) {
            return Problem.error("workbook.damaged", file.toString());
        }
        var message = failure.getMessage();
        var reason = failure.getClass().getSimpleName() + (message == null ? "" : ": " + Shown.of(message));
        return Problem.error("file.unreadable", file.toString(), reason);
    }
}
