package dev.outpace.app;

import dev.outpace.model.LinkReturn;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.shell.Command;
import dev.outpace.ui.shell.LinkNotice;
import dev.outpace.ui.shell.ShellModel;
import dev.outpace.ui.shell.TelephonyState;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.LinkSwitch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the frame of the window tells about the link to an exchange, and how a person unlinks it and links it again. */
final class LinkFacts {
    private static final Duration NOTICE = Duration.ofSeconds(10);

    private final ConsoleWindow.Parts parts;
    private final LiveWorkspace live;
    private final ShellModel model;
    private final Texts texts;
    private final LinkWords words;
    private final LinkSwitch link;
    private final Ways ways;
    private final String host;
    private Instant linkedSince;
    private int callsWhenLost;
    private @Nullable Instant noticeUntil;

    /**
     * Where it leads.
     *
     * @param calls shows these calls
     */
    record Ways(Runnable settings, Runnable secret, Consumer<Set<UUID>> calls, Runnable log) {}

    LinkFacts(ConsoleWindow.Parts parts, LiveWorkspace live, Ways ways) {
        this.parts = parts;
        this.live = live;
        this.ways = ways;
        model = parts.frame().model();
        texts = parts.texts();
        words = new LinkWords(texts);
        link = parts.workspace().link();
        var connection = parts.workspace().telephony().saved().connection();
        host = connection == null ? "" : connection.host();
        linkedSince = live.now();
    }

    void bind() {
        if (!parts.workspace().callsReally()) {
            model.telephonyStateProperty().set(TelephonyState.SIMULATED);
            model.telephonyWordsProperty().set(texts.get("shell.chip.simulated"));
            model.telephonyCommands().setAll(settings());
            return;
        }
        model.retryProperty().set(this::tryNow);
        model.logProperty().set(ways.log());
        live.linkProperty().subscribe(this::changed);
        live.linkTryProperty().subscribe(_ -> tell());
        live.linkReturnProperty().subscribe(back -> {
            if (back != null) {
                show(back);
            }
        });
        live.nowProperty().subscribe(_ -> tell());
    }

    private Command settings() {
        return command("shell.chip.settings", Feather.SETTINGS, ways.settings());
    }

    private Command command(String key, Feather icon, Runnable run) {
        return new Command(texts.get(key, host), Symbol.of(icon), texts.get("shell.palette.command"), run);
    }

    private void changed(LiveWorkspace.Link now) {
        if (now.up()) {
            linkedSince = now.since() == null ? live.now() : now.since();
        } else {
            callsWhenLost = live.calls().size();
        }
        tell();
    }

    private TelephonyState state() {
        if (live.linkProperty().get().up()) {
            return parts.workspace().telephony().faults() > 0
                    ? TelephonyState.LINKED_WITH_FAULTS
                    : TelephonyState.LINKED;
        }
        return link.isUnlinked() ? TelephonyState.UNLINKED : TelephonyState.LOST;
    }

    private void tell() {
        var state = state();
        if (model.telephonyStateProperty().get() != state
                || model.telephonyCommands().isEmpty()) {
            model.telephonyStateProperty().set(state);
            model.telephonyCommands()
                    .setAll(List.of(
                            settings(),
                            command("linkBar.secret", Feather.KEY, ways.secret()),
                            link.isUnlinked()
                                    ? command("shell.chip.link", Feather.LINK, this::linkAgain)
                                    : command("shell.chip.unlink", Feather.X_CIRCLE, this::askToUnlink)));
        }
        model.telephonyWordsProperty().set(chip(state));
        tellLoss(state);
        var until = noticeUntil;
        if (until != null && live.now().isAfter(until)) {
            closeNotice();
        }
    }

    private String chip(TelephonyState state) {
        return switch (state) {
            case SIMULATED -> texts.get("shell.chip.simulated");
            case LINKED -> texts.get("shell.chip.linked", texts.span(Duration.between(linkedSince, live.now())));
            case LINKED_WITH_FAULTS ->
                texts.get("shell.chip.faults", parts.workspace().telephony().faults());
            case LOST -> texts.get("shell.chip.lost");
            case UNLINKED -> texts.get("shell.chip.unlinked");
        };
    }

    private void tellLoss(TelephonyState state) {
        var now = live.linkProperty().get();
        var since = now.since();
        if (now.up() || since == null) {
            return;
        }
        boolean wanted = state == TelephonyState.UNLINKED;
        model.lostTitleProperty().set(wanted ? texts.get("shell.link.unlinked", host) : words.lostAt(host, since));
        boolean barred = live.linkBarProperty().get() != null;
        var next = wanted || barred ? null : live.linkTryProperty().get();
        model.lostTextProperty().set(words.lost(callsWhenLost, since, wanted ? "" : now.reason(), next, live.now()));
        model.retryWordProperty().set(wanted ? texts.get("shell.link.link") : "");
    }

    private void tryNow() {
        if (link.isUnlinked()) {
            linkAgain();
        } else {
            parts.workspace().tryLink();
        }
    }

    private void linkAgain() {
        link.link();
        tell();
    }

    private void askToUnlink() {
        parts.tasks().onFx(parts.workspace().callsInProgress(), calls -> {
            var dialog = new ConfirmDialog(
                    texts.get("shell.unlink.title", host),
                    texts.get("shell.unlink.text", calls),
                    texts.get("shell.unlink.go"),
                    texts.get("control.cancel"),
                    true);
            parts.tasks().onFx(dialog.askIn(parts.frame().dialogs()), confirmed -> {
                if (confirmed) {
                    link.unlink();
                    tell();
                }
            });
        });
    }

    /** What goes well is said for some seconds; what was cut off, until it is closed. */
    private void show(LinkReturn back) {
        int ended = back.ended().size();
        noticeUntil = back.restarted() ? null : live.now().plus(NOTICE);
        model.noticeProperty()
                .set(new LinkNotice(
                        back.restarted(),
                        words.title(back),
                        words.account(back),
                        ended == 0 ? "" : texts.get("shell.link.show", ended),
                        () -> ways.calls().accept(back.ended()),
                        this::closeNotice));
    }

    private void closeNotice() {
        noticeUntil = null;
        model.noticeProperty().set(null);
    }
}
