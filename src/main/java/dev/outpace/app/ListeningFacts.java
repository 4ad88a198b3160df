package dev.outpace.app;

import dev.outpace.model.Listening;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.forms.SupervisorOrders;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.shell.ListenLine;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the bar of the window tells about the supervisor's phone. */
final class ListeningFacts {
    private final ConsoleWindow.Parts parts;
    private final Texts texts;
    private final LiveWorkspace live;
    private final ListenLine.Orders ofBar;

    ListeningFacts(ConsoleWindow.Parts parts, LiveWorkspace live) {
        this.parts = parts;
        this.texts = parts.texts();
        this.live = live;
        var supervision = parts.workspace().supervision();
        var orders = new SupervisorOrders(
                texts,
                supervision,
                parts.tasks(),
                parts.frame().dialogs(),
                parts.frame().toasts());
        ofBar = new ListenLine.Orders(orders::change, supervision::follow, supervision::stop);
    }

    void bind() {
        live.listeningProperty().subscribe(now -> {
            show();
            if (now != null && now.isOver()) {
                tellEnd(now.ending());
            }
        });
        live.nowProperty().subscribe(_ -> show());
    }

    private void show() {
        parts.frame()
                .model()
                .listeningProperty()
                .set(line(live.listeningProperty().get()));
    }

    private @Nullable ListenLine line(@Nullable Listening now) {
        if (now == null || now.isOver()) {
            return null;
        }
        boolean steady = now.stage() != Listening.Stage.UNKNOWN;
        return new ListenLine(
                who(now),
                texts.get("listen.state." + now.stage(), lasting(now.since())),
                now.mode(),
                now.follows(),
                steady,
                ofBar);
    }

    private String who(Listening now) {
        var call = live.call(now.callId());
        return call == null || now.stage() == Listening.Stage.WAITING
                ? agent(now.agentId())
                : texts.get("listen.who", agent(now.agentId()), call.call().targetName());
    }

    private String agent(UUID id) {
        var row = live.agent(id);
        return row == null ? texts.get("listen.nobody") : row.agent().name();
    }

    private String lasting(Instant since) {
        var length = Duration.between(since, live.now());
        return texts.stopwatch(length.isNegative() ? Duration.ZERO : length);
    }

    private void tellEnd(Listening.Ending why) {
        switch (why) {
            case NONE, STOPPED -> {
                // The user knows.
            }
            case TALK_OVER, HUNG_UP ->
                parts.frame()
                        .toasts()
                        .show(new Look(Tone.NEUTRAL, Symbol.of(Feather.HEADPHONES)), texts.get("listen.ended." + why));
            case NOT_REACHED, NO_TALK, NO_LINK, LOST ->
                parts.frame().toasts().show(Looks.of(Severity.WARNING), texts.get("listen.ended." + why));
        }
    }
}
