package dev.outpace.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/**
 * How a CSV file is written.
 *
 * @param quote what stands around cells that contain a delimiter, a quote or the end of a line
 * @param header whether its first record names the columns
 * @param delimiterNamed whether its first line says {@code sep=;}, as spreadsheets write it
 */
public record CsvForm(Charset charset, char delimiter, char quote, boolean header, boolean delimiterNamed)
        implements TableForm {
    /** One with the usual quote. */
    public CsvForm(Charset charset, char delimiter, boolean header, boolean delimiterNamed) {
        this(charset, delimiter, QuoteScan.QUOTE, header, delimiterNamed);
    }

    /** The records from the first on, the header included. Closing them closes the stream. */
    CsvRecords records(InputStream in) throws IOException {
        return records(new InputStreamReader(in, charset));
    }

    /** The same from the text itself. */
    CsvRecords records(Reader text) throws IOException {
        var lines = new CsvLines(text);
        if (delimiterNamed) {
            lines.next();
        }
        return new CsvRecords(lines, delimiter, quote);
    }

    @Override
    public CsvForm withHeader(boolean hasHeader) {
        return new CsvForm(charset, delimiter, quote, hasHeader, delimiterNamed);
    }

    public CsvForm withCharset(Charset other) {
        return new CsvForm(other, delimiter, quote, header, delimiterNamed);
    }

    public CsvForm withDelimiter(char other) {
        return new CsvForm(charset, other, quote, header, delimiterNamed);
    }

    public CsvForm withQuote(char other) {
        return new CsvForm(charset, delimiter, other, header, delimiterNamed);
    }
}
