package dev.outpace.telephony.asterisk.ami;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes messages from bytes, however the network splits them. The first line is the greeting. Blank lines may precede a message.
 * Memory is bounded: the rest of a line or of a message that is too long is skipped.
 */
final class AmiDecoder {
    /** In bytes. The longest lines of Asterisk are dialplan variables, of at most 4 KB by default. */
    static final int LONGEST_LINE = 16_384;

    /** The largest messages are answers to commands, with one field for each line of output. */
    static final int MOST_FIELDS = 2_000;

    private final Consumer<String> greeting;
    private final Consumer<AmiMessage> messages;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private List<AmiField> fields = new ArrayList<>();
    private boolean greeted;

    AmiDecoder(Consumer<String> greeting, Consumer<AmiMessage> messages) {
        this.greeting = greeting;
        this.messages = messages;
    }

    void feed(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                endLine();
            } else if (line.size() < LONGEST_LINE) {
                line.write(bytes[i]);
            }
        }
    }

    private void endLine() {
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.endsWith("\r")) {
            text = text.substring(0, text.length() - 1);
        }
        if (!greeted) {
            greeted = true;
            greeting.accept(text);
        } else if (!text.isEmpty()) {
            add(text);
        } else if (!fields.isEmpty()) {
            var complete = fields;
            fields = new ArrayList<>();
            messages.accept(new AmiMessage(complete));
        }
    }

    private void add(String text) {
        int colon = text.indexOf(':');
        if (colon > 0 && fields.size() < MOST_FIELDS) {
            var value = text.substring(colon + 1);
            fields.add(new AmiField(text.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value));
        }
    }
}
