package dev.outpace.workspace.secrets;

import dev.outpace.files.FileReason;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/**
 * A file of the site's own that holds nothing but the secret, as services get theirs, for instance from systemd. The workspace
 * keeps its path only.
 */
public record SecretFile(Path path) implements SecretSource {
    private static final int LONGEST = 1_024;

    public SecretFile {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * What stands in it.
     *
     * @throws SecretRefused if it can't be read, or may be read by everyone
     */
    public String read() throws SecretRefused {
        try {
            if (othersMay(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE)) {
                throw refused("secret.file_open");
            }
            if (Files.isDirectory(path)) {
                throw refused("secret.no_file");
            }
            byte[] bytes;
            try (var in = Files.newInputStream(path)) {
                bytes = in.readNBytes(LONGEST + 1);
            }
            if (bytes.length > LONGEST) {
                throw refused("secret.no_secret");
            }
            return checked(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException binary) {
            throw refused("secret.no_secret");
        } catch (IOException failure) {
            throw new SecretRefused(Problem.error("secret.unreadable", path.toString(), FileReason.of(failure)));
        }
    }

    /** One line; the line break with which editors end a file does not belong to it. */
    private String checked(String content) throws SecretRefused {
        var text = content.strip();
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw refused("secret.no_secret");
        }
        return text;
    }

    /** Groups are warned of only: a service may get its secret through one. */
    List<Problem> remarks() {
        try {
            return othersMay(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE)
                    ? List.of(Problem.warning("secret.file_group", path.toString()))
                    : List.of();
        } catch (IOException unreadable) {
            // Reading it tells.
            return List.of();
        }
    }

    private boolean othersMay(PosixFilePermission... any) throws IOException {
        if (!Files.exists(path) || !Files.getFileStore(path).supportsFileAttributeView("posix")) {
            return false;
        }
        var may = Files.getPosixFilePermissions(path);
        return Set.of(any).stream().anyMatch(may::contains);
    }

    private SecretRefused refused(String code) {
        return new SecretRefused(Problem.error(code, path.toString()));
    }
}
