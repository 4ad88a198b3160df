package dev.outpace.formats;

import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import dev.outpace.numbers.NumberReader;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads files with numbers that must not be called: one number a line, CSV, and the US registry's {@code area,number} lines and change
 * lists, plain or zipped. Files are read as streams; memory holds the entries only, 8 bytes each.
 */
public final class DoNotCallFiles {
    /** Files in an archive: the US registry has one for each area code. */
    static final int MAX_ENTRIES = 2_000;

    /** Of a whole archive when unpacked, in bytes. */
    static final long MAX_UNPACKED = 2L << 30;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final NumberReader numbers;
    private final boolean northAmerican;
    private final long maxUnpacked;

    /** @param region two letters, for numbers without a country */
    public DoNotCallFiles(String region) {
        this(region, MAX_UNPACKED);
    }

    DoNotCallFiles(String region, long maxUnpacked) {
        numbers = new NumberReader(region);
        northAmerican = numbers.isNorthAmerican();
        this.maxUnpacked = maxUnpacked;
    }

    /**
     * Reads a file through. Nothing is written anywhere.
     *
     * @param changes whether each line adds an entry or takes one off, as a column with A or D says; without one, all are added
     * @param through what the bytes of the file pass
     */
    public DoNotCallRead read(Path file, boolean changes, UnaryOperator<InputStream> through) throws FileRefused {
        try {
            check(file);
            var entries = new DoNotCallLines(file.toString(), numbers, northAmerican, changes);
            try (var in = new BufferedInputStream(through.apply(Files.newInputStream(file)), 1 << 16)) {
                if (Arrays.equals(head(in, ZIP.length), ZIP)) {
                    archive(file, in, entries);
                } else {
                    entries.read(file.toString(), text(in));
                }
            }
            return entries.end();
        } catch (TooMuch tooMuch) {
            throw refused(file, "dnc.zip_too_big", maxUnpacked >> 20);
        } catch (ZipException damaged) {
            throw refused(file, "dnc.zip_damaged", Shown.of(String.valueOf(damaged.getMessage())));
        } catch (IOException unreadable) {
            throw new FileRefused(FileFault.of(file, unreadable));
        }
    }

    private static void check(Path file) throws FileRefused, IOException {
        if (Files.isDirectory(file)) {
            throw refused(file, "file.folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe would let the command wait for ever.
            throw refused(file, "dnc.no_file");
        }
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(COMPOUND_FILE.length);
        }
        if (head.length == 0) {
            throw refused(file, "csv.empty");
        }
        if (Arrays.equals(head, COMPOUND_FILE)) {
            throw refused(file, "dnc.workbook");
        }
    }

    private void archive(Path file, InputStream in, DoNotCallLines entries) throws FileRefused, IOException {
        var unpacked = new Unpacked(new ZipInputStream(in), maxUnpacked);
        int count = 0;
        for (var entry = unpacked.zip.getNextEntry(); entry != null; entry = unpacked.zip.getNextEntry()) {
            if (++count > MAX_ENTRIES) {
                throw refused(file, "dnc.zip_entries", MAX_ENTRIES);
            }
            if (entry.getName().equals("[Content_Types].xml")) {
                throw refused(file, "dnc.workbook");
            }
            if (!entry.isDirectory()) {
                // Closing it would end the archive.
                var text = new BufferedInputStream(unpacked, 1 << 16);
                if (Arrays.equals(head(text, ZIP.length), ZIP)) {
                    throw refused(file, "dnc.zip_in_zip", Shown.of(entry.getName()));
                }
                entries.read(file + "!" + Shown.of(entry.getName()), text(text));
            }
        }
    }

    private static byte[] head(BufferedInputStream in, int bytes) throws IOException {
        in.mark(bytes);
        var head = in.readNBytes(bytes);
        in.reset();
        return head;
    }

    /** Digits are the same in all character sets but UTF-16, so that only that one is told apart. */
    private static CsvLines text(BufferedInputStream in) throws IOException {
        return new CsvLines(new InputStreamReader(in, charset(head(in, 2))));
    }

    private static Charset charset(byte[] head) {
        if (head.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = head[0] & 0xFF;
        int second = head[1] & 0xFF;
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return (first == 0xFF && second == 0xFE) || (first != 0 && second == 0)
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
    }

    /** The bytes of the files of an archive, up to a limit: some kilobytes can unpack to many gigabytes. */
    private static final class Unpacked extends FilterInputStream {
        private final ZipInputStream zip;
        private final long max;
        private long bytes;

        Unpacked(ZipInputStream zip, long max) {
            super(zip);
            this.zip = zip;
            this.max = max;
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            return count(read, read);
        }

        private int count(int read, int more) throws IOException {
            bytes += Math.max(0, more);
            if (bytes > max) {
                throw new TooMuch();
            }
            return read;
        }

        @Override
        public void close() {}
    }

    /** An archive that unpacks to more than the limit. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static FileRefused refused(Path file, String code, Object... args) {
        return new FileRefused(Problem.error(code, file.toString(), args));
    }
}
