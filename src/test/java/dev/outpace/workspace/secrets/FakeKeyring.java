package dev.outpace.workspace.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A program that behaves as {@code secret-tool}: it keeps what it is given in a folder, and notes its arguments there. */
public final class FakeKeyring {
    private static final String SCRIPT = """
        #!/bin/sh
        folder=$(dirname "$0")
        echo "$*" >> "$folder/arguments"
        for last; do :; done
        case $1 in
          store) cat > "$folder/kept-$last" ;;
          lookup) [ -f "$folder/kept-$last" ] && cat "$folder/kept-$last" ;;
          clear) rm -f "$folder/kept-$last" ;;
        esac
        """;

    private final Path folder;

    public FakeKeyring(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        become(SCRIPT);
    }

    void become(String script) throws IOException {
        Files.writeString(program(), script);
        Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwx------"));
    }

    public Path program() {
        return folder.resolve("secret-tool");
    }

    public KeyringTool tool() {
        return new KeyringTool(program().toString());
    }

    /** All that was said to it in arguments, which everyone on a machine can read. */
    public String arguments() throws IOException {
        return Files.readString(folder.resolve("arguments"));
    }

    /** Number of secrets that it keeps. */
    public long kept() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("kept-"))
                    .count();
        }
    }
}
