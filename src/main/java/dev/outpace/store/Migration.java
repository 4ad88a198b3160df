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
 * Makes the database file, or brings it to the schema of this program. H2 commits each statement of a migration by itself, so
 * both are done in a file beside it that takes its place when it is complete: whenever the process is killed, the workspace
 * is as it was or as it is to be. As it was, it is kept until it was closed once with the new schema.
 */
final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final String MADE = "outpace-migrating";
    private static final String HALF_MADE = "outpace-half-made";
    private static final String BEFORE = "outpace-before-migration";
    private static final int MEGABYTE = 1 << 20;

    private final Database database;
    private final UnaryOperator<DataSource> watched;
    private final Disk disk;
    private final Path file;
    private final Path made;
    private final Path before;

    interface Disk {
        /** @return bytes that can still be written beside a file */
        long room(Path file) throws IOException;
    }

    Migration(Database database) {
        this(database, source -> source, file -> Files.getFileStore(file).getUsableSpace());
    }

    /** @param watched sees what a migration executes */
    Migration(Database database, UnaryOperator<DataSource> watched, Disk disk) {
        this.database = database;
        this.watched = watched;
        this.disk = disk;
        file = database.file();
        made = database.file(MADE);
        before = database.file(BEFORE);
    }

    /** Whether the folder has a workspace, be it one whose migration was cut between its last two steps. */
    boolean isThere() {
        return Files.exists(file) || Files.exists(before);
    }

    /** Undoes a migration that was cut. Before anything looks at the file, and only while nobody else can. */
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

    /** Leaves the database open in the schema of this program. Flyway is loaded only when there is something to do. */
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
                // Kept aside: what looks empty may be damaged.
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

    /** The workspace was closed: what it was before a migration is no longer needed. */
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
        // The copy, and what the migrations write into it.
        long needed = 2 * Files.size(file) + MEGABYTE;
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

    /** Runs what is to be run of the migrations in the file beside the workspace's, and brings that to the disk. */
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
            // A try of an older Outpace that failed left its mark.
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

    /** @return the highest migration that was run to its end; 0 when none was */
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

    /** Whether no table but that of the migrations has a row. */
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
