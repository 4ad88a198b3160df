package dev.outpace.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.LoggerFactory;

/** Where the program writes what went wrong: a file in the workspace, never the user's screen. */
final class Logging {
    private Logging() {}

    static Path folder(Path workspace) {
        return workspace.resolve("logs");
    }

    /** The one that is written now; older ones stand beside it. */
    static Path file(Path workspace) {
        return folder(workspace).resolve("outpace.log");
    }

    /** A log may name people; where it can't be made the owner's alone, there will be none. */
    private static void makePrivate(Path workspace, Path file) {
        try {
            PrivateFiles.makeFolder(folder(workspace));
            PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
        } catch (IOException failure) {
            LoggerFactory.getLogger(Logging.class).error("The log could not be made", failure);
        }
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{0} %msg%n");
        encoder.start();
        return encoder;
    }

    /** Logs to the standard error, unless a log is open: for commands that have no folder, where levels were asked for. */
    static void toStandardError(LoggerContext context) {
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.iteratorForAppenders().hasNext()) {
            return;
        }
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context));
        appender.start();
        root.addAppender(appender);
    }

    /** Logs into a workspace's folder from now on. */
    static void into(Path workspace) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        makePrivate(workspace, file(workspace));
        var file = file(workspace).toString();
        var encoder = encoder(context);
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setFile(file);
        appender.setEncoder(encoder);
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(3);
        rolling.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setMaxFileSize(FileSize.valueOf("5MB"));
        size.setContext(context);
        size.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        appender.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        // Their statements would carry phone numbers into the file.
        context.getLogger("h2database").setLevel(Level.WARN);
        context.getLogger("org.flywaydb").setLevel(Level.WARN);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
    }
}
