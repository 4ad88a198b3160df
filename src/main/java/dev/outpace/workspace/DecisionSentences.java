package dev.outpace.workspace;

import dev.outpace.model.PacingDecision;
import dev.outpace.model.PacingSnapshot;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** Decisions as one sentence each, for people who read lines. */
public final class DecisionSentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ResourceBundle texts = ResourceBundle.getBundle("dev.outpace.workspace.decisions", Locale.ROOT);
    private final ZoneId zone;

    public DecisionSentences(ZoneId zone) {
        this.zone = zone;
    }

    public String of(PacingDecision decision) {
        var snapshot = decision.snapshot();
        var key = decision.reason().name();
        var next = decision.nextTryAt();
        if (next != null && texts.containsKey(key + "_AT")) {
            key += "_AT";
        }
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(new Object[] {
            snapshot.available(),
            snapshot.dialing(),
            snapshot.serviceLevel(),
            decision.limit(),
            next == null ? "" : TIME.withZone(zone).format(next),
            product(snapshot)
        });
    }

    /** Dialing × service level, exactly. */
    private static String product(PacingSnapshot snapshot) {
        return BigDecimal.valueOf(snapshot.serviceLevel(), 2)
                .multiply(BigDecimal.valueOf(snapshot.dialing()))
                .stripTrailingZeros()
                .toPlainString();
    }
}
