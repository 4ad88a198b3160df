package dev.outpace.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which workspace is run, and how fast. */
final class WorkspaceOptions {
    private static final double FASTEST = 1_000;
    private static final Pattern PLAIN_SPEED = Pattern.compile("[1-9]\\d{0,2}");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
    private @Nullable Path folder;

    @Option(names = "--demo", descriptionKey = "demo")
    private boolean demo;

    private double speed = 1;

    /** Of a plain start, where it is given; picocli gives it to {@link Main}. */
    private final LogLevels log = new LogLevels();

    /**
     * The plain starts of the console, read by hand: the classes of picocli are too old for the cache of loaded classes, and
     * cost every start half a second.
     *
     * @return empty for whatever picocli should read, and refuse
     */
    static Optional<WorkspaceOptions> ofPlain(String... arguments) {
        var options = new WorkspaceOptions();
        var given = new HashSet<String>();
        for (int i = 0; i < arguments.length; i++) {
            if (!given.add(arguments[i])) {
                return Optional.empty();
            }
            switch (arguments[i]) {
                case "--demo" -> options.demo = true;
                case "--workspace" -> {
                    if (++i == arguments.length || arguments[i].isEmpty() || arguments[i].startsWith("-")) {
                        return Optional.empty();
                    }
                    try {
                        options.folder = Path.of(arguments[i]);
                    } catch (InvalidPathException noPath) {
                        return Optional.empty();
                    }
                }
                case "--speed" -> {
                    if (++i == arguments.length
                            || !PLAIN_SPEED.matcher(arguments[i]).matches()) {
                        return Optional.empty();
                    }
                    options.speed = Double.parseDouble(arguments[i]);
                }
                case "--log" -> {
                    if (++i == arguments.length || options.log.take(arguments[i]) != null) {
                        return Optional.empty();
                    }
                }
                case "--log-numbers" -> options.log.numbersInFull();
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(options);
    }

    @Option(names = "--speed", paramLabel = "N", descriptionKey = "speed", defaultValue = "1")
    void setSpeed(String wanted) {
        double number = number(wanted);
        if (!(number >= 1 && number <= FASTEST) && command != null) {
            throw new ParameterException(
                    command.commandLine(), new Printed().text("text.speed", FASTEST, Printed.plain(wanted)));
        }
        speed = number;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    LogLevels log() {
        return log;
    }

    boolean demo() {
        return demo;
    }

    double speed() {
        return speed;
    }

    Path folder() {
        return folder != null ? folder : DataFolder.workspace(demo);
    }
}
