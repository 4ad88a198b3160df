package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiDoor;
import dev.outpace.telephony.asterisk.ami.AmiPlace;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;

/** Checks who answers at a place, before anything is said there. */
public final class DoorCheck {
    private DoorCheck() {}

    /**
     * Blocks for some seconds at most.
     *
     * @param local whether the place is this machine
     * @param time of the whole check
     * @return whether a login may be tried there
     */
    public static boolean run(AmiPlace place, boolean local, CheckTime time, Consumer<CheckResult> found) {
        try {
            AmiDoor.knock(place, time::left);
            found.accept(CheckResult.ok("reach", "reach.ok", place.toString()));
        } catch (UnknownHostException unknown) {
            found.accept(CheckResult.fail("reach", "reach.no_host", place.host()));
            return false;
        } catch (IOException nobody) {
            found.accept(CheckResult.fail("reach", "reach.none", place.toString(), reason(nobody)));
            return false;
        }
        var tls = place.tls();
        if (tls == null) {
            found.accept(
                    local
                            ? CheckResult.ok("tls", "tls.local")
                            : CheckResult.warn("tls", "tls.open")
                                    .paste("manager.conf", "[general]\ntlsenable = yes\ntlscertfile = …\n"));
            return true;
        }
        if (time.isOver()) {
            found.accept(CheckTime.notTried("tls"));
            return false;
        }
        try {
            var shown = AmiDoor.certificate(place, tls, time::left);
            var fingerprint = HexFormat.ofDelimiter(":")
                    .formatHex(HexFormat.of().parseHex(shown.fingerprint()))
                    .toUpperCase(Locale.ROOT);
            var until = LocalDate.ofInstant(shown.until(), ZoneOffset.UTC).toString();
            if (shown.trusted()) {
                found.accept(CheckResult.ok("tls", "tls.ok", shown.subject(), until, fingerprint));
                return true;
            }
            var code = tls.fingerprint().isEmpty() ? "tls.unknown" : "tls.other";
            found.accept(CheckResult.fail("tls", code, shown.subject(), until, fingerprint, shown.distrust())
                    .showing(fingerprint));
        } catch (IOException none) {
            found.accept(
                    time.isOver()
                            ? CheckTime.notTried("tls")
                            : CheckResult.fail("tls", "tls.none", place.toString(), reason(none)));
        }
        return false;
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
