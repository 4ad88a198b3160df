package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiAction;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one channel that waits in {@code AGI(agi:async)}. They are given to Asterisk one after the other, as soon as the
 * channel waits there; each that is given is answered once, sooner or later.
 *
 * <p>None is given in advance: Asterisk keeps what it was given, and would carry it out after everything before was broken off. A
 * question about a command is an exception, and so is the time after which Asterisk ends a call that nobody looks after: behind a
 * command that leaves the person with others, so that it is counted also if this program is gone when they are gone.
 *
 * <p>A channel looks for commands with each frame of its sound, which comes every 20 ms, and every 100 ms where there is no sound
 * (22.10). So each order is followed by one that the channel feels at once.
 */
final class AsyncAgi {
    private final AsteriskLink link;
    private final CallOrders orders;
    private final String channelId;
    /** Tells our commands from those of an earlier run of the program, whose ends are told, too. */
    private final String prefix;
    /** Makes the channel look for commands now. */
    private final Supplier<AmiAction> waker;

    private final ArrayDeque<Given> held = new ArrayDeque<>();
    private final Map<String, Given> open = new LinkedHashMap<>();
    private boolean begun;
    private Instant begunAt = Instant.MIN;
    private long commands;

    /** A command that was given, or will be. */
    static final class Given {
        private final AgiCommand command;
        private final Consumer<AgiAnswer> answered;
        private final @Nullable Given question;

        private Given(AgiCommand command, Consumer<AgiAnswer> answered, @Nullable Given question) {
            this.command = command;
            this.answered = answered;
            this.question = question;
        }
    }

    /**
     * @param prefix of the ids of commands, unlike that of any other run
     * @param waker sets the time in which somebody must look after the channel, which puts an empty frame before it
     */
    AsyncAgi(AsteriskLink link, CallOrders orders, String channelId, String prefix, Supplier<AmiAction> waker) {
        this.link = link;
        this.orders = orders;
        this.channelId = channelId;
        this.prefix = prefix;
        this.waker = waker;
    }

    Given run(AgiCommand command, Consumer<AgiAnswer> answered) {
        return run(new Given(command, answered, null));
    }

    /** A command, and a question that is carried out in the same breath when it has ended. */
    Given run(
            AgiCommand command,
            Consumer<AgiAnswer> answered,
            AgiCommand question,
            Consumer<AgiAnswer> questionAnswered) {
        return run(new Given(command, answered, new Given(question, questionAnswered, null)));
    }

    /** A command, a question that is carried out in the same breath when it has ended, and a command behind both. */
    Given run(
            AgiCommand command,
            Consumer<AgiAnswer> answered,
            AgiCommand question,
            Consumer<AgiAnswer> questionAnswered,
            AgiCommand last) {
        var end = new Given(last, _ -> {}, null);
        return run(new Given(command, answered, new Given(question, questionAnswered, end)));
    }

    private Given run(Given given) {
        held.add(given);
        giveNext();
        return given;
    }

    /** Takes a command back that was not given to Asterisk yet. Returns false if it was. */
    boolean withdraw(Given given) {
        return held.remove(given);
    }

    private void giveNext() {
        if (begun && open.isEmpty() && !held.isEmpty()) {
            for (var next = held.poll(); next != null; next = next.question) {
                give(next);
            }
            link.tell(waker.get());
        }
    }

    private void give(Given given) {
        var id = prefix + '-' + ++commands;
        open.put(id, given);
        link.ask(orders.command(channelId, given.command, id), answer -> {
            if (!answer.agrees()) {
                answer(id, new AgiAnswer.Refused(link.now(), answer.get("Message")));
            }
        });
        if (given.command.keepsPerson()) {
            give(new Given(CallOrders.UNTIL_LOOKED_AFTER, _ -> {}, null));
        }
    }

    private void answer(String id, AgiAnswer answer) {
        var given = open.remove(id);
        if (given != null) {
            given.answered.accept(answer);
            giveNext();
        }
    }

    /**
     * Stops the sound that is played, at once; its command is then answered as if the sound had ended. No effect on one that has not
     * begun.
     */
    void stopSound() {
        link.tell(orders.stopSound(channelId));
    }

    /** Breaks off what is carried out, at once. The commands that are not given yet stay. */
    void breakOff() {
        begun = false;
        link.ask(orders.backToCommands(channelId), answer -> {
            if (!answer.agrees()) {
                begun(link.now());
            }
        });
    }

    /** The channel waits for commands. */
    void begun(Instant at) {
        begun = true;
        begunAt = at;
        giveNext();
    }

    /** The channel no longer waits for commands: it ends, or goes somewhere else. */
    void ended(Instant at) {
        if (!at.isBefore(begunAt)) {
            begun = false;
            lose(List.copyOf(open.keySet()), at);
        }
    }

    void executed(String commandId, String result, Instant at) {
        answer(commandId, AgiAnswer.read(result, at));
    }

    /**
     * The link is back, and the channel exists. What was answered meanwhile was not heard: a command behind all others tells when
     * they are through.
     */
    void linkIsBack() {
        var before = List.copyOf(open.keySet());
        if (before.isEmpty()) {
            begun(link.now());
        } else {
            begun = true;
            give(new Given(AgiCommand.nothing(), answer -> lose(before, answer.at()), null));
        }
    }

    private void lose(List<String> commandIds, Instant at) {
        for (var id : commandIds) {
            answer(id, new AgiAnswer.Lost(at));
        }
    }
}
