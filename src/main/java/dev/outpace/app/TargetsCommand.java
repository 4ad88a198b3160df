package dev.outpace.app;

import dev.outpace.formats.TargetWriter;
import dev.outpace.workspace.OfflineOrders.Requeued;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is done with the targets of a list. */
@Command(
        name = "targets",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        subcommands = {TargetsCommand.Export.class, TargetsCommand.Requeue.class})
final class TargetsCommand implements Runnable {
    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), new Printed().text("text.targets.what"));
    }

    /** Writes the targets of a list of a workspace that is not running. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Export extends OfflineCommand implements Callable<Integer> {
        @Parameters(paramLabel = "LIST", descriptionKey = "targetList")
        private String list;

        @Option(names = "--format", paramLabel = "csv|xlsx", defaultValue = "CSV")
        private TargetWriter.Form format;

        @Option(names = "--filter", paramLabel = "CONDITIONS", defaultValue = "", descriptionKey = "targetFilter")
        private String filter;

        @Option(
                names = {"-o", "--out"},
                paramLabel = "FILE")
        private @Nullable Path file;

        @Override
        public Integer call() {
            try (var orders = open("targets export")) {
                return tell(orders.exportTargets(list, filter, format, StandardOutput.or(file)));
            } catch (IOException failure) {
                return Failures.refused(failure);
            }
        }
    }

    /** Lets targets of a list be called again. */
    @Command(
            name = "requeue",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Requeue extends OfflineCommand implements Callable<Integer> {
        private enum Tries {
            KEEP,
            RESET
        }

        @Parameters(paramLabel = "LIST", descriptionKey = "targetList")
        private String list;

        @Option(names = "--filter", paramLabel = "CONDITIONS", defaultValue = "", descriptionKey = "targetFilter")
        private String filter;

        @Option(names = "--tries", paramLabel = "keep|reset", defaultValue = "KEEP")
        private Tries tries;

        @Override
        public Integer call() {
            try (var orders = open("targets requeue")) {
                return switch (orders.requeueTargets(list, filter, tries == Tries.KEEP)) {
                    case Requeued.Refused(var answer) -> tell(answer);
                    case Requeued.Done(var edited) ->
                        told(0, "text.targets.requeued", edited.changed(), edited.leftOut());
                };
            }
        }
    }
}
