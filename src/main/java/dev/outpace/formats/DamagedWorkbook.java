package dev.outpace.formats;

import java.io.IOException;

/** What the reader of workbooks throws where a file is not as it should be. */
final class DamagedWorkbook extends IOException {
    private static final long serialVersionUID = 1;

    DamagedWorkbook(Exception cause) {
        super(cause);
    }
}
