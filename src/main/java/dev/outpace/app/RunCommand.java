package dev.outpace.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Runs the campaigns of a workspace without a window. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    /** The one way there is; may be written out. */
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--headless")
    private boolean headless;

    @Mixin
    private final WorkspaceOptions options = new WorkspaceOptions();

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Option(names = "--for", paramLabel = "TIME", converter = DurationText.class)
    private @Nullable Duration runFor;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--decisions", paramLabel = "FILE")
    private @Nullable Path decisions;

    @Option(names = "--carrier-log", paramLabel = "FILE")
    private @Nullable Path carrierLog;

    @Override
    public Integer call() {
        return new HeadlessRun(
                        options, passphrase.access(), new HeadlessRun.Output(json, runFor, decisions, carrierLog))
                .call();
    }

    /** {@code 90s}, {@code 5m}, {@code 1h}, {@code 1500ms}; a bare number is seconds. */
    static final class DurationText implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                if (text.endsWith("ms")) {
                    return Duration.ofMillis(number(text, 2));
                }
                if (text.endsWith("s")) {
                    return Duration.ofSeconds(number(text, 1));
                }
                if (text.endsWith("m")) {
                    return Duration.ofMinutes(number(text, 1));
                }
                return text.endsWith("h") ? Duration.ofHours(number(text, 1)) : Duration.ofSeconds(number(text, 0));
            } catch (NumberFormatException | ArithmeticException noTime) {
                throw new TypeConversionException(new Printed().text("text.run.for", Printed.plain(text)));
            }
        }

        private static long number(String text, int unit) {
            long value = Long.parseLong(text.substring(0, text.length() - unit));
            if (value < 0) {
                throw new NumberFormatException(text);
            }
            return value;
        }
    }
}
