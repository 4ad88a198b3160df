package dev.outpace.telephony.asterisk.ami;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A password. It does not show itself in texts and logs. */
public final class Secret {
    private final String text;

    public Secret(String text) {
        this.text = text;
    }

    /** The answer to a challenge that proves the secret without telling it: hexadecimal MD5, as AMI has it. */
    String answerTo(String challenge) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest((challenge + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has MD5", missing);
        }
    }

    String inPlain() {
        return text;
    }

    @Override
    public String toString() {
        return "…";
    }
}
