package dev.outpace.app;

import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.shell.Command;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/** What the command palette finds in the workspace besides campaigns: target lists and agents by name, calls by number. */
final class Finds {
    /** Digits with which a number is looked for: fewer would find half of all calls. */
    private static final int MIN_DIGITS = 4;

    private final Texts texts;
    private final LiveWorkspace live;
    private final Consumer<OutdialRow> openList;
    private final Consumer<String> findAgent;
    private final Consumer<String> findCalls;

    /**
     * @param findAgent shows the agents of this name
     * @param findCalls shows the calls with this number
     */
    Finds(
            Texts texts,
            LiveWorkspace live,
            Consumer<OutdialRow> openList,
            Consumer<String> findAgent,
            Consumer<String> findCalls) {
        this.texts = texts;
        this.live = live;
        this.openList = openList;
        this.findAgent = findAgent;
        this.findCalls = findCalls;
    }

    /** As they are now. */
    List<Command> byName() {
        var lists = live.outdials().stream()
                .map(row -> new Command(
                        row.outdial().name(),
                        Symbol.of(Feather.LIST),
                        texts.get("shell.palette.list"),
                        () -> openList.accept(row)));
        var agents = live.agents().stream()
                .map(row -> row.agent().name())
                .distinct()
                .map(name -> new Command(
                        name, Symbol.of(Feather.USER), texts.get("shell.palette.agent"), () -> findAgent.accept(name)));
        return Stream.concat(lists, agents).toList();
    }

    /** One command where what is typed may be a number, however it is written. */
    List<Command> byNumber(String typed) {
        var text = typed.strip();
        boolean number = text.matches("[+(]?[0-9][0-9 ()./-]*")
                && text.chars().filter(Character::isDigit).count() >= MIN_DIGITS;
        return number
                ? List.of(new Command(
                        texts.get("shell.palette.calls", text),
                        Symbol.of(Feather.PHONE),
                        texts.get("shell.palette.go"),
                        () -> findCalls.accept(text)))
                : List.of();
    }
}
