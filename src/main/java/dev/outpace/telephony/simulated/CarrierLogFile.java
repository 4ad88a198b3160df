package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.files.PrivateFiles;
import dev.outpace.model.Address;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The carrier's record as a file, one JSON object a line, all ASCII: {@code start} with the address, {@code answer}, {@code end} with
 * the outcome. Each line is handed to the operating system with one write before the event goes on, so a killed process
 * loses none. That costs the engine thread microseconds; nothing is forced to the disk.
 */
public final class CarrierLogFile implements CarrierLog, Closeable {
    private final FileChannel channel;
    private final Consumer<IOException> onFailure;
    private final StringBuilder line = new StringBuilder();
    private boolean failed;

    private CarrierLogFile(FileChannel channel, Consumer<IOException> onFailure) {
        this.channel = channel;
        this.onFailure = onFailure;
    }

    /**
     * Opens a file to go on with it; it is made when it isn't there.
     *
     * @param onFailure told once, when the first line can't be written; no further line is tried
     */
    public static CarrierLogFile open(Path file, Consumer<IOException> onFailure) throws IOException {
        var channel =
                PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            endTornLine(channel);
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
        return new CarrierLogFile(channel, onFailure);
    }

    /** A process that died may have left half a line; the next one must not continue it. */
    private static void endTornLine(FileChannel channel) throws IOException {
        long size = channel.size();
        channel.position(size);
        var last = ByteBuffer.allocate(1);
        if (size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n') {
            write(channel, "\n");
        }
    }

    @Override
    public void started(UUID callId, Address to, Instant at) {
        begin("start", callId, at);
        append(",\"address\":\"");
        appendEscaped(to.dialKey());
        append("\"");
        end();
    }

    @Override
    public void answered(UUID callId, Instant at) {
        begin("answer", callId, at);
        end();
    }

    @Override
    public void ended(UUID callId, Outcome outcome, Instant at) {
        begin("end", callId, at);
        append(",\"outcome\":\"");
        append(outcome.name());
        append("\"");
        end();
    }

    private void begin(String event, UUID callId, Instant at) {
        line.setLength(0);
        append("{\"event\":\"");
        append(event);
        append("\",\"call\":\"");
        append(callId.toString());
        append("\",\"at\":\"");
        append(at.toString());
        append("\"");
    }

    private void append(String text) {
        line.append(text);
    }

    private void appendEscaped(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '"' || character == '\\') {
                line.append('\\').append(character);
            } else if (character < ' ' || character > '~') {
                line.append("\\u").append(String.format("%04x", (int) character));
            } else {
                line.append(character);
            }
        }
    }

    private void end() {
        line.append("}\n");
        if (failed) {
            return;
        }
        try {
            write(channel, line.toString());
        } catch (IOException failure) {
            failed = true;
            onFailure.accept(failure);
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
