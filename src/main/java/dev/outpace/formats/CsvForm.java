package dev.outpace.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/**
 * How a CSV file is written.
 *
 * @param header whether its first record names the columns
 * @param delimiterNamed whether its first line says {@code sep=;}, as spreadsheets write it
 */
public record CsvForm(Charset charset, char delimiter, boolean header, boolean delimiterNamed) {
    /** The records from the first on, the header included. Closing them closes the stream. */
    CsvRecords records(InputStream in) throws IOException {
        var lines = new CsvLines(new InputStreamReader(in, charset));
        if (delimiterNamed) {
            lines.next();
        }
        return new CsvRecords(lines, delimiter);
    }

    public CsvForm withHeader(boolean hasHeader) {
        return new CsvForm(charset, delimiter, hasHeader, delimiterNamed);
    }

    public CsvForm withCharset(Charset other) {
        return new CsvForm(other, delimiter, header, delimiterNamed);
    }

    public CsvForm withDelimiter(char other) {
        return new CsvForm(charset, other, header, delimiterNamed);
    }
}
