package dev.outpace.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;

/**
 * The signals by which a system ends a program. At a signal that nobody takes, the toolkit takes its renderer away while the
 * window still paints, and says so with a stack trace; taken here, the window goes first. The class for it is in
 * {@code jdk.unsupported}, so it is only used where it is there.
 */
final class EndingSignals {
    /** What a shell adds to the number of a signal for an exit code. */
    private static final int BY_SIGNAL = 128;

    private EndingSignals() {}

    /** @param end gets the exit code that a shell expects after the signal, on a thread of the virtual machine */
    static void take(IntConsumer end) {
        for (var name : List.of("TERM", "INT", "HUP")) {
            try {
                take(name, end);
            } catch (ReflectiveOperationException | RuntimeException notHere) {
                LoggerFactory.getLogger(EndingSignals.class)
                        .info("The signal {} is left to the virtual machine: {}", name, notHere.toString());
            }
        }
    }

    private static void take(String name, IntConsumer end) throws ReflectiveOperationException {
        var type = Class.forName("sun.misc.Signal");
        var handlerType = Class.forName("sun.misc.SignalHandler");
        var signal = signal(type, name);
        int number = (Integer) type.getMethod("getNumber").invoke(signal);
        var handler = Proxy.newProxyInstance(
                EndingSignals.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(end, arguments);
                    }
                    end.accept(BY_SIGNAL + number);
                    return null;
                });
        type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
    }

    /** A system without the signal refuses its name. */
    private static Object signal(Class<?> type, String name) throws ReflectiveOperationException {
        try {
            return type.getConstructor(String.class).newInstance(name);
        } catch (InvocationTargetException unknown) {
            throw new ReflectiveOperationException(unknown.getCause());
        }
    }
}
