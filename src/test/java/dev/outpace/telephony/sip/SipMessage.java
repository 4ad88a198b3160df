package dev.outpace.telephony.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A message of SIP, as far as an answering point needs it (RFC 3261).
 *
 * @param first its first line
 * @param headers in their order
 */
record SipMessage(String first, List<Header> headers, String body) {
    private static final Map<String, String> SHORT =
            Map.of("v", "via", "f", "from", "t", "to", "i", "call-id", "m", "contact", "l", "content-length");
    private static final Pattern USER = Pattern.compile("sips?:([^@;>]+)@");
    private static final Pattern ADDRESS = Pattern.compile("<([^>]+)>");
    private static final String BREAK = "\r\n";

    record Header(String name, String value) {}

    SipMessage {
        headers = List.copyOf(headers);
    }

    static SipMessage read(String text) {
        int end = text.indexOf(BREAK + BREAK);
        var head = end < 0 ? text : text.substring(0, end);
        var lines = head.split(BREAK, -1);
        var headers = new ArrayList<Header>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.add(new Header(
                        lines[i].substring(0, colon).strip(),
                        lines[i].substring(colon + 1).strip()));
            }
        }
        return new SipMessage(lines[0], headers, end < 0 ? "" : text.substring(end + 2 * BREAK.length()));
    }

    boolean isResponse() {
        return first.startsWith("SIP/2.0 ");
    }

    /** Of a request. */
    String method() {
        return first.substring(0, first.indexOf(' '));
    }

    int status() {
        return Integer.parseInt(first.substring(8, 11));
    }

    /** The first header of this name; empty where there is none. */
    String header(String name) {
        for (var header : headers) {
            if (isCalled(header, name)) {
                return header.value();
            }
        }
        return "";
    }

    private static boolean isCalled(Header header, String name) {
        var its = header.name().toLowerCase(Locale.ROOT);
        return SHORT.getOrDefault(its, its).equals(name);
    }

    String callId() {
        return header("call-id");
    }

    /** Number of the request within its call. */
    int sequence() {
        var value = header("cseq");
        return Integer.parseInt(value.substring(0, value.indexOf(' ')));
    }

    /** The user part of the address that a request goes to. */
    String called() {
        return user(first);
    }

    /** The user part of who sends a request. */
    String caller() {
        return user(header("from"));
    }

    private static String user(String address) {
        var found = USER.matcher(address);
        return found.find() ? found.group(1) : "";
    }

    /** Where later requests of the call go. */
    String contact() {
        var value = header("contact");
        var found = ADDRESS.matcher(value);
        return found.find() ? found.group(1) : value;
    }

    /** Port of the sound that a session description asks for; 0 where there is none. */
    int soundPort() {
        for (var line : body.split(BREAK, -1)) {
            if (line.startsWith("m=audio ")) {
                return Integer.parseInt(line.substring(8, line.indexOf(' ', 8)));
            }
        }
        return 0;
    }

    /**
     * The answer to a request.
     *
     * @param tag of the answering point in this call
     * @param contact of the answering point; empty for none
     */
    SipMessage answer(String status, String tag, String contact, String description) {
        var answered = new ArrayList<Header>();
        for (var header : headers) {
            if (isCalled(header, "via") || isCalled(header, "record-route")) {
                answered.add(header);
            }
        }
        answered.add(new Header("From", header("from")));
        var to = header("to");
        answered.add(new Header("To", to.contains(";tag=") || tag.isEmpty() ? to : to + ";tag=" + tag));
        answered.add(new Header("Call-ID", callId()));
        answered.add(new Header("CSeq", header("cseq")));
        if (!contact.isEmpty()) {
            answered.add(new Header("Contact", "<" + contact + ">"));
        }
        if (!description.isEmpty()) {
            answered.add(new Header("Content-Type", "application/sdp"));
        }
        return new SipMessage("SIP/2.0 " + status, answered, description);
    }

    byte[] bytes() {
        var text = new StringBuilder(first).append(BREAK);
        headers.forEach(header ->
                text.append(header.name()).append(": ").append(header.value()).append(BREAK));
        text.append("Content-Length: ").append(body.length()).append(BREAK).append(BREAK);
        return text.append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
