package dev.outpace.store;

import dev.outpace.files.PrivateFiles;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The database file of a workspace: its place and its settings. */
final class Database {
    /** The schema that this program works with: the number of the last migration. */
    static final String SCHEMA = "10";

    private static final String FILE = "outpace";

    private final Path folder;
    private final String url;
    private final String fileSystem;

    Database(Path folder) {
        this(folder, "file:");
    }

    /** @param fileSystem one of the database's own, as a scheme */
    Database(Path folder, String fileSystem) {
        this.fileSystem = fileSystem;
        this.folder = folder.toAbsolutePath().normalize();
        this.url = url(FILE);
    }

    /** @param name of a database file in the folder, without its ending */
    String url(String name) {
        return "jdbc:h2:" + fileSystem + checked(folder.resolve(name).toString())
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DEFRAG_ALWAYS=FALSE;CACHE_SIZE=8192;TRACE_LEVEL_FILE=4"
                + ";DB_CLOSE_DELAY=-1";
    }

    /** A path with a semicolon would add settings to the URL. */
    private static String checked(String path) {
        if (path.contains(";")) {
            throw new StoreException(Problem.error("store.bad_path", path));
        }
        return path;
    }

    /** The name of its file for the database's own tools. */
    String fileName() {
        return fileSystem + file();
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return file(FILE);
    }

    Path file(String name) {
        return folder.resolve(name + ".mv.db");
    }

    /** Phone numbers are personal data: the folder and the files are the owner's alone. */
    static void makeFolder(Path folder) {
        try {
            PrivateFiles.makeFolder(folder);
        } catch (FileAlreadyExistsException noFolder) {
            throw new StoreException(Problem.error("store.no_folder", folder.toString()), noFolder);
        } catch (IOException failure) {
            throw cannotOpen(folder, failure);
        }
    }

    StoreException cannotOpen(Exception failure) {
        return cannotOpen(folder, failure);
    }

    private static StoreException cannotOpen(Path folder, Exception failure) {
        return new StoreException(
                Problem.error("store.cannot_open", folder.toString(), String.valueOf(failure.getMessage())), failure);
    }

    Connection connect() {
        try {
            return DriverManager.getConnection(url, new Properties());
        } catch (SQLException failure) {
            throw cannotOpen(folder, failure);
        }
    }

    /** Commits only when it is told to. */
    Connection connectToWrite() {
        var connection = connect();
        try {
            connection.setAutoCommit(false);
        } catch (SQLException failure) {
            throw cannotOpen(folder, failure);
        }
        return connection;
    }
}
