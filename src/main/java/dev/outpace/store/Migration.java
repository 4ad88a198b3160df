package dev.outpace.store;

import dev.outpace.files.PrivateFiles;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the database file, or migrates it to the schema of this program. H2 commits each statement of a migration on its own.
 * So the work is done in a second file, which replaces the first when it is complete: after a kill at any moment, the workspace
 * has either the old schema or the new one. The old file is kept until the workspace was closed once with the new schema.
 */
final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final String MADE = "outpace-migrating";
    private static final String HALF_MADE = "outpace-half-made";
    private static final String BEFORE = "outpace-before-migration";
    private static final int MEGABYTE = 1 << 20;
    /** The copy grows until it is compacted: with columns and indexes of targets and calls to 3.3 times its size. */
    private static final int COPY_GROWS = 4;

    private final Database database;
    private final UnaryOperator<DataSource> watched;
    private final Disk disk;
    private final Path file;
    private final Path made;
    private final Path before;

    interface Disk {
        /** @return free bytes on the disk of a file */
        long room(Path file) throws IOException;
    }

    Migration(Database database) {
        this(database, source -> source, file -> Files.getFileStore(file).getUsableSpace());
    }

    /** @param watched wraps the data source, so that tests see what a migration executes */
    Migration(Database database, UnaryOperator<DataSource> watched, Disk disk) {
        this.database = database;
        this.watched = watched;
        this.disk = disk;
        file = database.file();
        made = database.file(MADE);
        before = database.file(BEFORE);
    }

    /** Whether the folder has a workspace. Also true if a migration was killed between its last two steps. */
    boolean isThere() {
        return Files.exists(file) || Files.exists(before);
    }

    /**
     * Undoes a migration that was killed. Called before anything reads the file, while this process holds the workspace's lock.
     */
    void undoCut() {
        try {
            removeCut();
        } catch (IOException failure) {
            throw database.cannotOpen(failure);
        }
    }

    private void removeCut() throws IOException {
        if (!Files.exists(file) && Files.exists(before)) {
            Files.move(before, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(made);
    }

    /** Leaves the database open in the schema of this program. Loads Flyway only if there is something to migrate. */
    void run() {
        if (!Files.exists(file)) {
            make();
            return;
        }
        try (var connection = database.connect()) {
            PrivateFiles.makePrivate(file);
            int schema = schemaOf(connection);
            if (schema == Integer.parseInt(Database.SCHEMA)) {
                return;
            }
            boolean halfMade = schema == 0 && isEmpty(connection);
            shutDown(connection, "shutdown");
            if (schema > Integer.parseInt(Database.SCHEMA)) {
                throw new StoreException(
                        Problem.error("store.too_new", database.folder().toString()));
            } else if (halfMade) {
                // Kept under another name, because a file that looks empty may be damaged.
                Files.move(file, database.file(HALF_MADE), StandardCopyOption.REPLACE_EXISTING);
                make();
            } else if (schema == 0) {
                throw new StoreException(
                        Problem.error("store.foreign", database.folder().toString()));
            } else {
                migrate();
            }
        } catch (SQLException | IOException failure) {
            throw database.cannotOpen(failure);
        }
    }

    /** Deletes the old file after the workspace was closed with the new schema. */
    void closed() throws IOException {
        Files.deleteIfExists(before);
    }

    private void make() {
        try {
            complete();
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | SQLException | FlywayException failure) {
            throw failed(Problem.error("store.not_made", database.folder().toString()), failure);
        }
    }

    private void migrate() throws IOException {
        long needed = COPY_GROWS * Files.size(file) + MEGABYTE;
        long room = disk.room(file);
        if (room < needed) {
            throw new StoreException(Problem.error(
                    "store.no_room", database.folder().toString(), Math.ceilDiv(needed, MEGABYTE), room / MEGABYTE));
        }
        try {
            Files.copy(file, made);
            complete();
            Files.move(file, before, StandardCopyOption.ATOMIC_MOVE);
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | SQLException | FlywayException failure) {
            throw failed(Problem.error("store.not_migrated", database.folder().toString()), failure);
        }
    }

    /** Runs the pending migrations in the second file and forces that file to the disk. */
    private void complete() throws IOException, SQLException {
        var source = new JdbcDataSource();
        source.setURL(database.url(MADE));
        try (var connection = source.getConnection()) {
            PrivateFiles.makePrivate(made);
            var flyway = Flyway.configure(Database.class.getClassLoader())
                    .dataSource(watched.apply(source))
                    .locations("classpath:dev/outpace/store/migration")
                    .validateMigrationNaming(true)
                    .load();
            // An older version of Outpace may have left the mark of a failed migration.
            flyway.repair();
            flyway.migrate();
            shutDown(connection, "shutdown");
        }
        try (var channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private StoreException failed(Problem problem, Exception failure) {
        LOG.error("A migration failed", failure);
        if (Files.exists(made)) {
            try (var connection = DriverManager.getConnection(database.url(MADE))) {
                shutDown(connection, "shutdown immediately");
            } catch (SQLException alreadyClosed) {
                LOG.debug("Not open", alreadyClosed);
            }
        }
        try {
            removeCut();
        } catch (IOException left) {
            LOG.error("A file of a failed migration could not be removed", left);
        }
        return new StoreException(problem, failure);
    }

    private static void shutDown(Connection connection, String how) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(how);
        }
    }

    /** @return number of the last migration that succeeded; 0 for none */
    private static int schemaOf(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(cast(\"version\" as integer)), 0)"
                        + " from \"flyway_schema_history\" where \"success\" and \"version\" is not null")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Whether all tables are empty, except the table of the migrations. */
    private static boolean isEmpty(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"});
                var statement = connection.createStatement()) {
            while (tables.next()) {
                var name = tables.getString("TABLE_NAME");
                if (!name.equals("flyway_schema_history")) {
                    try (var row = statement.executeQuery(
                            "select 1 from \"" + name.replace("\"", "\"\"") + "\" fetch first row only")) {
                        if (row.next()) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }
}
