package dev.outpace.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs every input and order of the engine, to help find faults. If the log level is too low when the engine is made, nothing
 * is wrapped and there is no cost. Phone numbers are masked, unless the logger {@code dev.outpace.engine.numbers} is enabled,
 * too.
 */
public final class EngineTrace {
    private static final Logger LOG = LoggerFactory.getLogger(EngineTrace.class);
    private static final Logger NUMBERS = LoggerFactory.getLogger("dev.outpace.engine.numbers");
    private static final int DIGITS_SHOWN = 2;

    /** Ids and times have as many digits as phone numbers, so they are matched first and kept. */
    private static final Pattern MASKED = Pattern.compile("(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
            + "|(?<time>\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z)"
            + "|(?<sip>sips?:[^@\\s,\\]]+(?=@))"
            + "|(?<number>\\+?\\(?\\d[\\d ()./-]{4,}\\d)");

    private EngineTrace() {}

    /** Returns the recorder, wrapped to log each input first if tracing is enabled. */
    public static EngineRecorder inputs(EngineRecorder recorder) {
        return LOG.isTraceEnabled() ? new TracedInputs(recorder) : recorder;
    }

    /** Returns the telephony, wrapped to log each order first if tracing is enabled. */
    public static Telephony orders(Telephony telephony) {
        return LOG.isTraceEnabled()
                ? (Telephony) Proxy.newProxyInstance(
                        Telephony.class.getClassLoader(),
                        new Class<?>[] {Telephony.class},
                        (_, order, arguments) -> ordered(telephony, order, arguments))
                : telephony;
    }

    private static Object ordered(Telephony telephony, Method order, Object[] arguments) throws Throwable {
        var given = arguments == null ? new Object[0] : arguments;
        // What only asks is no order.
        if (order.getDeclaringClass() == Telephony.class && order.getReturnType() == void.class) {
            LOG.trace("order {} {}", order.getName(), words(given));
        }
        try {
            return order.invoke(telephony, given);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    private static String words(Object[] arguments) {
        return Arrays.stream(arguments).map(EngineTrace::word).collect(Collectors.joining(", "));
    }

    /** Shortens lists: a list of all agents at each change of one would fill the log. */
    private static String word(Object argument) {
        return argument instanceof Collection<?> many ? many.size() + " of them" : shown(argument.toString());
    }

    static String input(EngineInput input) {
        return switch (input) {
            case EngineInput.Edited(var resource, var reopen) ->
                "Edited[" + resource.getClass().getSimpleName() + ' ' + resource.id() + ", reopen=" + reopen + ']';
            case EngineInput.Imported(var importId, var resources, var replace) ->
                "Imported[" + importId + ", " + resources.size() + " resources, replace=" + replace + ']';
            default -> shown(input.toString());
        };
    }

    private static String shown(String text) {
        return NUMBERS.isTraceEnabled() ? text : masked(text);
    }

    /** Keeps the last two digits of a number, so that lines about the same call can be recognised. */
    static String masked(String text) {
        return MASKED.matcher(text).replaceAll(found -> {
            if (found.group("sip") != null) {
                return "sip:…";
            }
            var number = found.group("number");
            return number == null ? found.group() : "…" + number.substring(number.length() - DIGITS_SHOWN);
        });
    }

    private record TracedInputs(EngineRecorder recorder) implements EngineRecorder {
        @Override
        public void openingStarts() {
            LOG.trace("opening");
            recorder.openingStarts();
        }

        @Override
        public void inputStarts(EngineInput input) {
            LOG.trace("input {}", input(input));
            recorder.inputStarts(input);
        }

        @Override
        public void workEnds() {
            recorder.workEnds();
        }

        @Override
        public void turnStarts() {
            recorder.turnStarts();
        }

        @Override
        public void turnEnds(boolean asked) {
            recorder.turnEnds(asked);
        }
    }
}
