package dev.outpace.store;

import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Examines the database file of a workspace that no process has open. Changes nothing in the file. */
public final class Doctor {
    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    private final Database database;
    private final List<Problem> problems = new ArrayList<>();
    private long rows;

    private Doctor(Database database) {
        this.database = database;
    }

    /**
     * @param rows number of rows that could be read
     * @param problems errors for damage; a warning if the file was not closed, because there is no check sum then
     */
    public record Report(long rows, List<Problem> problems) {
        public boolean sound() {
            return problems.stream().noneMatch(Problem::isError);
        }
    }

    /** A foreign key: each value of the first column must exist in the second. */
    private record Reference(String table, String column, String otherTable, String otherColumn) {}

    private static final List<Reference> REFERENCES = List.of(
            new Reference("target", "outdial_id", "outdial", "id"),
            new Reference("campaign_call_step", "call_id", "campaign_call", "id"),
            new Reference("call_in_progress", "call_id", "campaign_call", "id"));

    /**
     * @param owner who holds the workspace during the examination, in words
     * @throws StoreException if there is no workspace in the folder or another process has it open
     */
    public static Report examine(Path folder, String owner) {
        Store.mustBeThere(folder);
        var lock = WorkspaceLock.take(folder, owner);
        try {
            var doctor = new Doctor(new Database(folder));
            doctor.compareSum();
            doctor.readAll();
            return new Report(doctor.rows, List.copyOf(doctor.problems));
        } finally {
            lock.close();
        }
    }

    private void compareSum() {
        try {
            var holds = new FileSeal(database.file()).holds();
            if (holds.isEmpty()) {
                problems.add(Problem.warning("doctor.not_closed", Database.NAME));
                long redo = database.redoBytes();
                if (redo > 0) {
                    problems.add(Problem.warning("doctor.redo", Database.NAME, redo));
                }
            } else if (!holds.get()) {
                problems.add(Problem.error("doctor.changed", Database.NAME));
            }
        } catch (IOException failure) {
            unreadable(failure);
        }
    }

    private void readAll() {
        if (!Files.exists(database.file())) {
            problems.add(Problem.error("doctor.no_file", Database.NAME));
            return;
        }
        try (var connection = DriverManager.getConnection(database.urlToRead());
                var statement = connection.createStatement()) {
            try {
                for (var table : tables(statement)) {
                    read(statement, table);
                }
                for (var reference : REFERENCES) {
                    check(statement, reference);
                }
            } finally {
                statement.execute("shutdown immediately");
            }
        } catch (SQLException | MVStoreException failure) {
            unreadable(failure);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        var tables = new ArrayList<String>();
        try (var row = statement.executeQuery("select table_name from information_schema.tables"
                + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE' order by 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private void read(Statement statement, String table) {
        long read = 0;
        try {
            long expected;
            try (var row = statement.executeQuery("select count(*) from \"" + table + '"')) {
                row.next();
                expected = row.getLong(1);
            }
            try (var row = statement.executeQuery("select * from \"" + table + '"')) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) {
                        row.getString(i);
                    }
                    read++;
                }
            }
            if (read != expected) {
                problems.add(Problem.error("doctor.rows_missing", named(table), read, expected));
            }
        } catch (SQLException | MVStoreException failure) {
            LOG.error("A table cannot be read", failure);
            problems.add(Problem.error("doctor.table_unreadable", named(table), read));
        }
        rows += read;
    }

    private void check(Statement statement, Reference reference) {
        var sql = "select count(*) from " + reference.table() + " where " + reference.column() + " not in (select "
                + reference.otherColumn() + " from " + reference.otherTable() + ")";
        try (var row = statement.executeQuery(sql)) {
            row.next();
            if (row.getLong(1) > 0) {
                problems.add(Problem.error(
                        "doctor.without", reference.table(), row.getLong(1), named(reference.otherTable())));
            }
        } catch (SQLException | MVStoreException failure) {
            LOG.error("A reference cannot be followed", failure);
            problems.add(Problem.error("doctor.table_unreadable", reference.table(), 0L));
        }
    }

    private static String named(String table) {
        return table.toLowerCase(Locale.ROOT);
    }

    private void unreadable(Exception failure) {
        LOG.error("The file cannot be read", failure);
        problems.add(Problem.error("doctor.unreadable", Database.NAME));
    }
}
