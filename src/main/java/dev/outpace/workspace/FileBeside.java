package dev.outpace.workspace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written beside its place and moved there once all is written: what was there stays until then. */
public final class FileBeside implements OfflineOrders.Output {
    private final Path place;

    public FileBeside(Path place) {
        this.place = place;
    }

    @Override
    public void write(OfflineOrders.Content content) throws IOException {
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            // A device or a pipe can't be replaced.
            try (var out = new BufferedOutputStream(Files.newOutputStream(place))) {
                content.to(out);
            }
            return;
        }
        var beside = Files.createTempFile(place.toAbsolutePath().getParent(), "export-", ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                content.to(out);
            }
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
