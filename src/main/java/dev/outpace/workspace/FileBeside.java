package dev.outpace.workspace;

import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is written beside its place and moved there once all is written: what was there stays until then. */
public final class FileBeside implements OfflineOrders.Output {
    private final Path place;

    public FileBeside(Path place) {
        this.place = place;
    }

    @Override
    public void write(OfflineOrders.Content content) throws IOException {
        PrivateFiles.replace(place, content::to);
    }
}
