package dev.outpace.telephony.asterisk;

import dev.outpace.model.ExchangeQueue;
import dev.outpace.telephony.asterisk.ami.AmiAction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command of Asterisk's gateway interface for the channel of a call. What is put into it stays one word of the command, whatever
 * it contains.
 */
final class AgiCommand {
    private static final Pattern APPLICATION = Pattern.compile("[A-Za-z]{1,40}");
    /** Variables, and functions of the dialplan with plain arguments. */
    private static final Pattern VARIABLE =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,80}(?:\\([A-Za-z0-9_,]{0,80}\\))?");

    private static final Pattern MODULE = Pattern.compile("[a-z0-9_]{1,60}\\.so");
    /** What separates, quotes or replaces within the arguments of an application. */
    private static final Pattern MEANS_MORE = Pattern.compile("[,\"\\\\]|\\$[{\\[]");

    private static final Pattern KEEPS = Pattern.compile("EXEC (?:Dial|Queue|ConfBridge) .*");

    private static final int LONGEST_NAME = 80;

    private final String text;

    private AgiCommand(String text) {
        this.text = text;
    }

    /**
     * Carries out an application of the dialplan. Its result is 0, or -1 when the channel is gone.
     *
     * @throws IllegalArgumentException if an argument has a character that means more to an application than itself
     */
    static AgiCommand execute(String application, String... arguments) {
        require(APPLICATION.matcher(application).matches(), application);
        for (var argument : arguments) {
            require(canBeArgument(argument), "argument of " + application);
        }
        return arguments.length == 0
                ? new AgiCommand("EXEC " + application)
                : new AgiCommand("EXEC " + application + ' ' + word(String.join(",", arguments)));
    }

    /**
     * Lets the person wait in a queue of Asterisk. The channel waits for commands again after a talk, too.
     *
     * @param seconds longest wait; 0 for no limit
     */
    static AgiCommand queue(ExchangeQueue queue, long seconds) {
        return execute("Queue", queue.name(), "c", "", "", seconds == 0 ? "" : Long.toString(seconds));
    }

    /** Tells the value of a variable of the channel. */
    static AgiCommand read(String variable) {
        require(VARIABLE.matcher(variable).matches(), variable);
        return new AgiCommand("GET VARIABLE " + word(variable));
    }

    /** Tells 1 if Asterisk has loaded a module. */
    static AgiCommand isLoaded(String module) {
        require(MODULE.matcher(module).matches(), module);
        return new AgiCommand("GET VARIABLE " + word("IFMODULE(" + module + ')'));
    }

    /** Sets a variable of the channel; the value is not looked into. */
    static AgiCommand set(String variable, String value) {
        require(VARIABLE.matcher(variable).matches(), variable);
        return new AgiCommand("SET VARIABLE " + word(variable) + ' ' + word(value));
    }

    /**
     * Begins music for the person, under whatever else is done.
     *
     * @param name of the class of music; empty for Asterisk's usual one
     */
    static AgiCommand music(String name) {
        require(MediaSettings.isMusic(name), name);
        return new AgiCommand(name.isEmpty() ? "SET MUSIC ON" : "SET MUSIC ON " + word(name));
    }

    static AgiCommand musicEnds() {
        return new AgiCommand("SET MUSIC OFF");
    }

    /** Does nothing, after the commands before it. */
    static AgiCommand nothing() {
        return new AgiCommand("NOOP");
    }

    /**
     * Sets who calls, as phones that this channel rings show it. Of the name is left out what would end it, and what would turn the
     * direction in which it and the number behind it are read; a phone shows no more than its begin.
     */
    static AgiCommand callerId(String name, String number) {
        var shown = name.codePoints()
                .filter(c -> !Character.isISOControl(c) && !turnsDirection(c) && "\"<>\\\u2028\u2029".indexOf(c) < 0)
                .limit(LONGEST_NAME)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        require(Trunk.number(number, true).isPresent(), "number of a caller");
        return new AgiCommand("SET CALLERID " + word('"' + shown + "\" <" + number + '>'));
    }

    private static boolean turnsDirection(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
            default -> false;
        };
    }

    /**
     * Whether it keeps the person for as long as others stay, without our help: nobody would look after the person afterwards if
     * this program were gone by then.
     */
    boolean keepsPerson() {
        return KEEPS.matcher(text).matches();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("can't stand in a command: " + what);
        }
    }

    /** Quoted, as Asterisk splits commands into words. */
    private static String word(String text) {
        require(AmiAction.isSafe(text), "a control character");
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Whether a text can be an argument of an application. */
    static boolean canBeArgument(String text) {
        return AmiAction.isSafe(text) && !MEANS_MORE.matcher(text).find();
    }

    String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
