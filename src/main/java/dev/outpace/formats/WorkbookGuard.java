package dev.outpace.formats;

import dev.outpace.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks a workbook through before it is read, without keeping anything of it. The reader keeps the shared strings, one row and
 * one cell in memory, and trusts the file in how big they are; this is what makes them bounded.
 */
final class WorkbookGuard {
    private static final long MEGABYTE = 1L << 20;
    private static final int MAX_PARTS = 10_000;
    /** Of all parts together, inflated. */
    private static final long MAX_INFLATED = 4_096 * MEGABYTE;
    /** What sheets of honest lists are deflated by is far less. */
    private static final long MAX_RATIO = 250;

    private static final long SMALL = 32 * MEGABYTE;
    /** What the shared strings may take in memory. */
    private static final long MAX_STRINGS = 256 * MEGABYTE;

    private static final int BYTES_OF_A_STRING = 64;
    /** A text or tag, and a cell, in bytes: a spreadsheet has up to 32,767 characters in a cell. */
    private static final int MAX_CELL = 1 << 19;

    private static final int MAX_CELLS_OF_A_ROW = 16_384;
    /** XFD is the last column that a spreadsheet has. */
    private static final int MAX_LETTERS = 3;

    private final Path file;
    private long inflated;

    WorkbookGuard(Path file) {
        this.file = file;
    }

    /** @throws FileRefused if reading it would take memory without bounds, or it is no workbook */
    void check() throws FileRefused, IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_PARTS) {
                throw refused("workbook.bomb");
            }
            for (var parts = zip.entries(); parts.hasMoreElements(); ) {
                check(zip, parts.nextElement());
            }
        } catch (ZipException damaged) {
            throw refused("workbook.damaged");
        }
    }

    private void check(ZipFile zip, ZipEntry part) throws FileRefused, IOException {
        var bytes = new byte[1 << 15];
        long ofPart = 0;
        Scan scan = null;
        try (InputStream in = zip.getInputStream(part)) {
            for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
                ofPart += read;
                inflated += read;
                if (inflated > MAX_INFLATED
                        || (ofPart > SMALL && ofPart / MAX_RATIO > Math.max(1, part.getCompressedSize()))) {
                    throw refused("workbook.bomb");
                }
                if (scan == null) {
                    scan = new Scan(isXml(bytes, read));
                }
                scan.take(bytes, read);
            }
        }
    }

    /** Also UTF-16, which no program writes and the scan would not understand. */
    private boolean isXml(byte[] bytes, int length) throws FileRefused {
        int first = length > 1 ? (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF) : 0;
        if (first == 0xFEFF || first == 0xFFFE || first == '<' || first == '<' << 8) {
            throw refused("workbook.damaged");
        }
        int at = first == 0xEFBB ? 3 : 0;
        while (at < length && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at < length && bytes[at] == '<';
    }

    /** Follows the tags of one part. */
    private final class Scan {
        private final boolean xml;
        private final StringBuilder name = new StringBuilder();
        private boolean inTag;
        private boolean inName;
        private boolean inItem;
        /** The quote around a value in a tag; 0 outside. */
        private byte quote;

        private byte last;
        private long sinceTag;
        private long item;
        private long strings;
        private int cells;
        private int letters;

        Scan(boolean xml) {
            this.xml = xml;
        }

        void take(byte[] bytes, int length) throws FileRefused {
            for (int i = 0; xml && i < length; i++) {
                take(bytes[i]);
            }
        }

        private void take(byte b) throws FileRefused {
            if (++sinceTag > MAX_CELL || (inItem && ++item > MAX_CELL)) {
                throw refused("workbook.cell_too_long");
            }
            if (inTag && !inName && (b == quote || (quote == 0 && (b == '"' || b == '\'')))) {
                quote = quote == 0 ? b : 0;
            }
            if (quote == 0 && b == '<') {
                inTag = true;
                inName = true;
                name.setLength(0);
                sinceTag = 0;
            } else if (inName) {
                name(b);
            } else if (inTag) {
                attribute(b);
            }
            if (quote == 0 && b == '>') {
                // A cell without content has no end tag.
                inItem &= !(inTag && last == '/');
                inTag = false;
            }
            last = b;
        }

        private void name(byte b) throws FileRefused {
            boolean ends = b == '>' || Character.isWhitespace(b) || (b == '/' && !name.isEmpty());
            if (ends) {
                inName = false;
                named();
            } else if (b == ':') {
                boolean closing = !name.isEmpty() && name.charAt(0) == '/';
                name.setLength(closing ? 1 : 0);
            } else if (b == '!' && name.isEmpty()) {
                name.append('!');
            } else {
                // A declaration of a document type could define what a short text grows to.
                if (name.length() == 1 && name.charAt(0) == '!' && (b == 'D' || b == 'd')) {
                    throw refused("workbook.damaged");
                }
                if (name.length() < 8) {
                    name.append((char) b);
                }
            }
        }

        private void named() throws FileRefused {
            switch (name.toString()) {
                case "row" -> cells = 0;
                case "c" -> {
                    inItem = true;
                    item = 0;
                    letters = 0;
                    if (++cells > MAX_CELLS_OF_A_ROW) {
                        throw refused("workbook.too_wide");
                    }
                }
                case "si" -> {
                    inItem = true;
                    item = 0;
                    strings += BYTES_OF_A_STRING;
                }
                case "/c" -> inItem = false;
                case "/si" -> {
                    inItem = false;
                    strings += item;
                    if (strings > MAX_STRINGS) {
                        throw refused("workbook.bomb");
                    }
                }
                default -> {}
            }
        }

        /** The place of a cell must be one that a spreadsheet has, in plain letters. */
        private void attribute(byte b) throws FileRefused {
            if (name.length() != 1 || name.charAt(0) != 'c') {
                return;
            }
            boolean digit = b >= '0' && b <= '9';
            if (b == '&' || (digit && letters > MAX_LETTERS)) {
                throw refused("workbook.too_wide");
            }
            letters = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') ? letters + 1 : 0;
        }
    }

    private FileRefused refused(String code) {
        return new FileRefused(Problem.error(code, file.toString()));
    }
}
