package dev.outpace.formats;

import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that is about to be read: what can be told of it without reading it. */
record CheckedFile(Path path, long bytes) {
    static final long MAX_BYTES = 1L << 30;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** @throws FileRefused if it is no file, too big or empty. A pipe would be waited for without an end */
    static CheckedFile of(Path path) throws FileRefused, IOException {
        if (Files.isDirectory(path)) {
            throw refused(path, "file.folder");
        }
        long bytes = Files.size(path);
        if (!Files.isRegularFile(path)) {
            throw refused(path, "file.no_file");
        }
        if (bytes > MAX_BYTES) {
            throw refused(path, "file.too_big", MAX_BYTES >> 20);
        }
        if (bytes == 0) {
            throw refused(path, "csv.empty");
        }
        return new CheckedFile(path, bytes);
    }

    /** Whether it is a workbook, by its first bytes, whatever the file is called. */
    boolean isWorkbook() throws FileRefused, IOException {
        byte[] head;
        try (var in = Files.newInputStream(path)) {
            head = in.readNBytes(ZIP.length);
        }
        if (Arrays.equals(head, COMPOUND_FILE)) {
            throw refused(path, "workbook.old");
        }
        return Arrays.equals(head, ZIP);
    }

    private static FileRefused refused(Path path, String code, Object... args) {
        return new FileRefused(Problem.error(code, path.toString(), args));
    }
}
