package dev.outpace.store;

import dev.outpace.files.FileReason;
import dev.outpace.files.PrivateFiles;
import dev.outpace.model.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database file of a workspace: its place and its settings. */
final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Number of the last migration: the schema that this program works with. */
    static final String SCHEMA = "30";

    private static final String FILE = "outpace";
    private static final int MAX_CAUSES = 10;
    /** The file's name with its ending. */
    static final String NAME = FILE + ".mv.db";

    /**
     * Makes H2 write each commit into the file at once. The setting holds for the whole database as soon as one connection uses
     * it.
     */
    private static final String WRITING_AT_ONCE = ";WRITE_DELAY=0";

    private final Path folder;
    private final String url;
    private final String fileSystem;
    /** Once it was opened here. */
    private volatile boolean open;

    Database(Path folder) {
        this(folder, "file:");
    }

    /** @param fileSystem scheme of an H2 file system */
    Database(Path folder, String fileSystem) {
        this.fileSystem = fileSystem;
        this.folder = folder.toAbsolutePath().normalize();
        this.url = urlToJoin(FILE);
    }

    /** @param name of a database file in the folder, without its ending */
    String url(String name) {
        return urlToJoin(name) + WRITING_AT_ONCE;
    }

    private String urlToJoin(String name) {
        return "jdbc:h2:" + fileSystem + checked(folder.resolve(name).toString())
                + ";DB_CLOSE_ON_EXIT=FALSE;DEFRAG_ALWAYS=FALSE;CACHE_SIZE=8192;TRACE_LEVEL_FILE=4"
                + ";DB_CLOSE_DELAY=-1;MAX_COMPACT_TIME=0";
    }

    /** Refuses a path with a semicolon: H2 would read the rest as settings. */
    private static String checked(String path) {
        if (path.contains(";")) {
            throw new StoreException(Problem.error("store.bad_path", path));
        }
        return path;
    }

    String urlToRead() {
        return url + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE";
    }

    /** The file's name as H2's own tools expect it. */
    String fileName() {
        return fileName(FILE);
    }

    String fileName(String name) {
        return fileSystem + file(name);
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

    /** @param number of one of the two files of the redo log, 0 or 1 */
    FileChannel openRedo(int number) throws IOException {
        var redo = redo(number);
        PrivateFiles.open(redo, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        return FilePath.get(fileSystem + redo).open("rw");
    }

    void removeRedo(int number) throws IOException {
        Files.deleteIfExists(redo(number));
    }

    /** Of both files of the redo log; 0 where there is none, or all that it had is in the database file. */
    long redoBytes() throws IOException {
        long bytes = 0;
        for (int number = 1; number <= RedoLog.FILES; number++) {
            bytes += Files.exists(redo(number)) ? Files.size(redo(number)) : 0;
        }
        return bytes;
    }

    private Path redo(int number) {
        return folder.resolve(FILE + ".redo" + number);
    }

    /** Makes the folder, readable for its owner only: phone numbers are personal data. */
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

    static StoreException cannotOpen(Path folder, Exception failure) {
        LOG.error("The workspace in {} could not be opened", folder, failure);
        return new StoreException(whyNotOpen(folder.toString(), failure), failure);
    }

    /** H2's own messages go to the log only: they speak of pages, chunks and classes. */
    private static Problem whyNotOpen(String folder, Exception failure) {
        if (isDamage(failure)) {
            return Problem.error("store.damaged", folder);
        }
        return FileReason.isOfFile(failure)
                ? Problem.error("store.cannot_open", folder, FileReason.of(failure))
                : Problem.error("store.unreadable", folder);
    }

    /** Whether H2 found something in the file that no sound file contains. */
    static boolean isDamage(Throwable failure) {
        // H2 sometimes links causes in a circle.
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(cause -> switch (cause) {
                    case MVStoreException store -> store.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT;
                    case SQLException sql -> sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1;
                    // H2 tried to read a page behind the end of the file.
                    case EOFException _ -> true;
                    default -> false;
                });
    }

    /** Opens the database for writing. Removes the check sum, which is out of date from now on. */
    Connection connect() {
        try {
            new FileSeal(file()).remove();
        } catch (IOException failure) {
            throw cannotOpen(folder, failure);
        }
        return connect(url + WRITING_AT_ONCE);
    }

    /**
     * Closes the database without writing, if it was opened here and not closed. H2 keeps a database open without any
     * connection until the process ends.
     */
    void abandon() {
        if (!open) {
            return;
        }
        try (var connection = DriverManager.getConnection(url + ";IFEXISTS=TRUE");
                var statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException failure) {
            LOG.debug("The database had closed itself", failure);
        }
        open = false;
    }

    /** Opens one more connection to the open database. It does not change when that database writes its file. */
    Connection join() {
        return connect(url);
    }

    private Connection connect(String to) {
        try {
            var connection = DriverManager.getConnection(to, new Properties());
            open = true;
            return connection;
        } catch (SQLException failure) {
            throw cannotOpen(folder, failure);
        }
    }

    /** The page store of the file that a connection works with. */
    static MVStore pages(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    /** Writes all commits into the file. */
    static void write(Connection connection) throws SQLException {
        pages(connection).commit();
    }

    /** A connection without auto-commit. */
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
