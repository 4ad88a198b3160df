package dev.outpace.telephony.simulated;

import dev.outpace.flow.MediaOrder;

/** What the simulated telephony makes of an order of a flow: how long it takes, and what a person presses. */
public final class Reaction {
    /** Seconds that a file, a tone, a verdict on machines and the press of one key take. */
    private static final double FILE = 8;

    private static final double TONE = 0.5;
    private static final double VERDICT = 2.5;
    private static final double KEY_PRESS = 1.5;

    /** Seconds that a caller talks with others than agents. */
    private static final double OTHERS = 120;

    /** Of people who are asked for a key: those who press the first, the second, any. */
    private static final double FIRST_KEY = 0.55;

    private static final double SECOND_KEY = 0.75;
    private static final double PRESSES = 0.85;

    private Reaction() {}

    /**
     * The keys that a person presses; most press the first key of a menu, and some press none.
     *
     * @param drawn of the person, above 0 and below 1
     */
    public static String pressed(MediaOrder.ReceiveDigits receive, double drawn) {
        if (drawn >= PRESSES) {
            return "";
        }
        var key = drawn < FIRST_KEY ? "1" : drawn < SECOND_KEY ? "2" : "3";
        return key.repeat(Math.max(1, receive.length()));
    }

    /**
     * Seconds until the order is over; negative for one that is not waited for.
     *
     * @param pressed keys that the order is answered with
     * @param charactersPerSecond how fast a text is spoken
     */
    public static double seconds(MediaOrder media, String pressed, double charactersPerSecond) {
        return switch (media) {
            case MediaOrder.Talk talk when talk.waits() -> talk.text().length() / charactersPerSecond;
            case MediaOrder.Play(var urls) -> urls.size() * FILE;
            case MediaOrder.Beep _ -> TONE;
            case MediaOrder.Echo(var length) -> length.toNanos() / 1e9;
            case MediaOrder.SendDigits send ->
                send.digits().length() * (send.tone().plus(send.pause()).toNanos() / 1e9);
            case MediaOrder.Connect _, MediaOrder.Conference _ -> OTHERS;
            case MediaOrder.DetectMachine detect when detect.waits() -> VERDICT;
            case MediaOrder.ReceiveDigits receive -> {
                double wait = receive.longest().toNanos() / 1e9;
                yield pressed.isEmpty() ? wait : Math.min(wait, pressed.length() * KEY_PRESS);
            }
            default -> -1;
        };
    }
}
