package dev.outpace.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which workspace is run, and how fast. */
final class WorkspaceOptions {
    private static final double FASTEST = 1_000;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
    private @Nullable Path folder;

    @Option(names = "--demo", descriptionKey = "demo")
    private boolean demo;

    private double speed = 1;

    @Option(names = "--speed", paramLabel = "N", descriptionKey = "speed", defaultValue = "1")
    void setSpeed(double wanted) {
        if (!(wanted >= 1 && wanted <= FASTEST) && command != null) {
            throw new ParameterException(command.commandLine(), "--speed is between 1 and " + (int) FASTEST);
        }
        speed = wanted;
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
