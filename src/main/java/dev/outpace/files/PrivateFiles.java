package dev.outpace.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files with numbers and names of people: phone numbers are personal data, so where the file system has modes, each is its
 * owner's alone, from the moment at which it is made.
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Opens a file to write to it; also one that is there already becomes the owner's alone. */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        var channel = FileChannel.open(file, Set.of(options), hasModes(file) ? asMode(FILE) : new FileAttribute<?>[0]);
        try {
            makePrivate(file);
            return channel;
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Lets the owner alone read and write a file that is there. What is no file, such as a pipe, stays as it is. */
    public static void makePrivate(Path file) throws IOException {
        if (Files.isRegularFile(file) && hasModes(file) && !FILE.equals(Files.getPosixFilePermissions(file))) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    /** Makes a folder of the owner's alone, with those that it stands in, or makes one that is there so. */
    public static void makeFolder(Path folder) throws IOException {
        if (hasModes(folder)) {
            Files.createDirectories(folder, asMode(FOLDER));
            Files.setPosixFilePermissions(folder, FOLDER);
        } else {
            Files.createDirectories(folder);
        }
    }

    /**
     * Writes a file beside its place and moves it there when it is whole and on the disk: when that fails, or the program is
     * killed meanwhile, what was there stays. Through a link the file that it leads to is replaced. What is no file, such as
     * a pipe, is written to.
     */
    public static void replace(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                content.writeTo(out);
            }
            return;
        }
        var place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var beside = Files.createTempFile(folderOf(place), "." + place.getFileName() + "-", ".part");
        try {
            try (var channel = open(beside, StandardOpenOption.WRITE);
                    var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                // It is still to be brought to the disk when the content has closed it.
                content.writeTo(new UnclosedStream(out));
                out.flush();
                channel.force(true);
            }
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException named) {
            throw named;
        } catch (IOException failure) {
            // Such as a full disk, which names no file.
            var named = new FileSystemException(file.toString(), null, failure.getMessage());
            named.initCause(failure);
            throw named;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static Path folderOf(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static FileAttribute<?>[] asMode(Set<PosixFilePermission> permissions) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    /** Asked of the nearest folder that is there. */
    private static boolean hasModes(Path file) throws IOException {
        var path = file.toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
