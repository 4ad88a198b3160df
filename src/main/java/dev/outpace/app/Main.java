package dev.outpace.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Outpace. */
@Command(name = "outpace", version = "Outpace 0.1.0", mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    @Override
    public void run() {
        new CommandLine(this).usage(System.out);
    }
}
