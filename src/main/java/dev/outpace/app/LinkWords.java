package dev.outpace.app;

import dev.outpace.model.LinkReturn;
import dev.outpace.model.LinkTry;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What is said of the link to an exchange: every number in it is counted. */
final class LinkWords {
    private static final long MILLIS_OF_SECOND = 1_000;

    private final Texts texts;

    LinkWords(Texts texts) {
        this.texts = texts;
    }

    String lostAt(String host, Instant since) {
        return texts.get("shell.link.lostAt", host, texts.time(since));
    }

    /** @param calls that were in progress when the link was lost */
    String lost(int calls, Instant since, String reason, @Nullable LinkTry next, Instant now) {
        var said = texts.get("shell.link.calls", calls, texts.time(since));
        if (next != null) {
            long millis = Math.max(0, Duration.between(now, next.at()).toMillis());
            long seconds = Math.max(1, (millis + MILLIS_OF_SECOND - 1) / MILLIS_OF_SECOND);
            said = texts.get("shell.link.again", said, seconds, texts.get("shell.link.try", next.number()));
        }
        return reason.isEmpty() ? said : texts.get("shell.link.reason", said, reason);
    }

    String title(LinkReturn back) {
        var since = back.downSince();
        if (back.restarted()) {
            return texts.get("shell.link.restarted", texts.time(since == null ? back.backAt() : since));
        }
        var down = since == null ? Duration.ZERO : Duration.between(since, back.backAt());
        return texts.get("shell.link.back", texts.time(back.backAt()), texts.span(down));
    }

    String account(LinkReturn back) {
        int ended = back.ended().size();
        return back.restarted()
                ? cut(back)
                : texts.get("shell.link.account", back.calls(), back.goOn(), ended, back.goOn() > 0 ? "," : "");
    }

    private String cut(LinkReturn back) {
        var parts = new ArrayList<String>();
        if (back.triedAgain() > 0) {
            parts.add(texts.get("shell.link.cut.again", back.triedAgain()));
        }
        if (back.talked() > 0) {
            parts.add(texts.get("shell.link.cut.talked", back.talked()));
        }
        if (back.over() > 0) {
            parts.add(texts.get("shell.link.cut.over", back.over()));
        }
        var calls = texts.get("shell.link.cut", back.ended().size());
        return parts.isEmpty() ? calls : calls + " " + String.join(", ", parts) + ".";
    }
}
