package dev.outpace.formats;

/** Follows the quotes of one record over its lines: tells in one pass whether it is over, goes on, or can never end well. */
final class QuoteScan {
    /** The usual one. */
    static final char QUOTE = '"';

    enum State {
        COMPLETE,
        OPEN,
        BROKEN
    }

    private enum At {
        START_OF_FIELD,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        AFTER_QUOTE,
        BROKEN
    }

    private final char delimiter;
    private final char quote;
    private At at = At.START_OF_FIELD;

    QuoteScan(char delimiter, char quote) {
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /** The state after one more line. */
    State line(String text) {
        if (at == At.START_OF_FIELD && text.indexOf(quote) < 0) {
            return State.COMPLETE;
        }
        for (int i = 0; i < text.length() && at != At.BROKEN; i++) {
            at = after(text.charAt(i));
        }
        return switch (at) {
            case QUOTED -> State.OPEN;
            case BROKEN -> State.BROKEN;
            case START_OF_FIELD, PLAIN, QUOTE_IN_QUOTED, AFTER_QUOTE -> State.COMPLETE;
        };
    }

    private At after(char c) {
        return switch (at) {
            case START_OF_FIELD -> c == quote ? At.QUOTED : c == delimiter || isSpace(c) ? At.START_OF_FIELD : At.PLAIN;
            case PLAIN -> c == delimiter ? At.START_OF_FIELD : At.PLAIN;
            case QUOTED -> c == quote ? At.QUOTE_IN_QUOTED : At.QUOTED;
            case QUOTE_IN_QUOTED -> c == quote ? At.QUOTED : afterQuote(c);
            case AFTER_QUOTE -> afterQuote(c);
            case BROKEN -> At.BROKEN;
        };
    }

    private At afterQuote(char c) {
        return c == delimiter ? At.START_OF_FIELD : isSpace(c) ? At.AFTER_QUOTE : At.BROKEN;
    }

    /** Spaces around a quoted field are none of it, as some programs write them. */
    private boolean isSpace(char c) {
        return c == ' ' || (c == '\t' && delimiter != '\t');
    }
}
