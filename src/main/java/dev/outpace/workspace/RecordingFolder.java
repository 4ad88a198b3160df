package dev.outpace.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The folder in which an exchange keeps the recordings of our calls: {@code outpace} in its own. Only files of it are read or
 * deleted that are named after a call; links are not followed.
 *
 * @param monitor the exchange's folder of recordings
 */
record RecordingFolder(Path monitor) {
    /** A call, then the number of a recording that the flow ordered, and the ending of the format. */
    private static final Pattern NAME = Pattern.compile(
            "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(-[0-9]{1,6})?\\.([A-Za-z0-9]{2,8})");

    private static final String PLAYABLE = "wav";
    /** Bytes before the sound of a WAV file. */
    private static final int HEADER = 44;
    /** 8,000 samples of 16 bits. */
    private static final int BYTES_PER_SECOND = 16_000;

    private static final int MILLIS = 1_000;

    private Path folder() {
        return monitor.resolve("outpace");
    }

    /** Of one call, the whole call first. */
    List<RecordedFile> of(UUID callId) throws IOException {
        return files(callId + "*").stream()
                .filter(file -> file.callId().equals(callId))
                .sorted(Comparator.comparing(RecordedFile::whole)
                        .reversed()
                        .thenComparingInt(file -> file.name().length())
                        .thenComparing(RecordedFile::name))
                .toList();
    }

    List<RecordedFile> all() throws IOException {
        return files("*");
    }

    private List<RecordedFile> files(String glob) throws IOException {
        if (!Files.isDirectory(folder(), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        var found = new ArrayList<RecordedFile>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder(), glob)) {
            for (var path : paths) {
                file(path).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<RecordedFile> file(Path path) throws IOException {
        var name = NAME.matcher(path.getFileName().toString());
        if (!name.matches() || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        var about = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        long sound = Math.max(0, about.size() - HEADER);
        return Optional.of(new RecordedFile(
                UUID.fromString(name.group(1)),
                name.group(),
                name.group(2) == null,
                about.lastModifiedTime().toInstant(),
                about.size(),
                name.group(3).equals(PLAYABLE) ? Duration.ofMillis(sound * MILLIS / BYTES_PER_SECOND) : null));
    }

    /** @throws IOException also if it is no longer what it was listed as */
    InputStream open(RecordedFile file) throws IOException {
        return Files.newInputStream(checked(file), LinkOption.NOFOLLOW_LINKS);
    }

    void delete(RecordedFile file) throws IOException {
        Files.delete(checked(file));
    }

    private Path checked(RecordedFile file) throws IOException {
        var path = folder().resolve(file.name());
        boolean ours = NAME.matcher(file.name()).matches()
                && Files.isDirectory(folder(), LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        if (!ours) {
            throw new IOException("no recording of ours: " + path);
        }
        return path;
    }
}
