package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiAction;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.util.List;
import java.util.function.Consumer;

/** Checks whether the dialplan has the place where answered calls wait for orders. */
record DialplanCheck(CheckedExchange exchange, String context, String extension) {
    private static final String FILE = "extensions.conf";

    /** @param then hears whether the place is there, so that a call can be made to it */
    void run(Consumer<Boolean> then) {
        var place = context + ',' + extension;
        exchange.value("DIALPLAN_EXISTS(" + place + ",1)", there -> {
            if (!there.equals("1")) {
                exchange.found(
                        CheckResult.fail("dialplan", "dialplan.missing", place).paste(FILE, lines()));
                then.accept(false);
                return;
            }
            exchange.list(AmiAction.of("ShowDialPlan").with("Context", context), rows -> {
                // Who may not list the dialplan is told by the call that is made.
                exchange.found(
                        rows.isEmpty() || waitsForOrders(rows)
                                ? CheckResult.ok("dialplan", "dialplan.ok", place)
                                : CheckResult.fail("dialplan", "dialplan.other", place)
                                        .paste(FILE, lines()));
                then.accept(true);
            });
        });
    }

    private boolean waitsForOrders(List<AmiMessage> rows) {
        return rows.stream()
                .filter(row -> row.get("Extension").equals(extension))
                .anyMatch(row -> row.get("Application").equalsIgnoreCase("AGI")
                        && row.get("AppData").startsWith("agi:async"));
    }

    private String lines() {
        return "[" + context + "]\nexten => " + extension + ",1,AGI(agi:async)\n same => n,Hangup()\n";
    }
}
