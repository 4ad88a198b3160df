package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.formats.JacksonJson;
import dev.outpace.workspace.ProblemWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A killed process leaves its files as they are at that moment. So the files are copied away before each statement the migrations, and each copy must open and have what an undisturbed migration makes of it.
 */
@SuppressWarnings("NullAway")
class MigrationTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/dev/outpace/store/migration");

    @TempDir
    Path folder;

    private Path workspace;
    private final List<Path> killed = new ArrayList<>();

    @BeforeEach
    void makeFolder() throws IOException {
        workspace = folder.resolve("workspace");
        Files.createDirectory(workspace);
    }

    @Test
    void aNewWorkspaceIsMadeWheneverTheFirstTryIsKilled() throws Exception {
        migrateWatched();
        everyKilledOneOpensAs(content(Files.createDirectory(folder.resolve("undisturbed"))), migrations());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFirstSchemaIsBroughtUpToDateWheneverATryIsKilled(boolean data) throws Exception {
        makeFirstSchema(data);
        var undisturbed = copied("undisturbed");
        migrateWatched();
        // The first of them made what is there.
        everyKilledOneOpensAs(content(undisturbed), migrations() - 1);
    }

    private static int migrations() {
        return MIGRATIONS.toFile().list().length;
    }

    private void everyKilledOneOpensAs(List<String> content, int migrations) throws SQLException {
        assertThat(killed).as("moments").hasSizeGreaterThanOrEqualTo(3 * migrations);
        for (var one : killed) {
            assertThat(content(one)).as(one.getFileName().toString()).isEqualTo(content);
        }
    }

    @Test
    void aMigrationThatWasCutBetweenItsTwoMovesIsMadeAgain() throws Exception {
        makeFirstSchema(true);
        var undisturbed = copied("undisturbed");
        Files.move(workspace.resolve("outpace.mv.db"), workspace.resolve("outpace-before-migration.mv.db"));
        Files.writeString(workspace.resolve("outpace-migrating.mv.db"), "anything");
        Store.mustBeThere(workspace);
        assertThat(content(workspace)).isEqualTo(content(undisturbed));
    }

    @Test
    void whatItWasBeforeIsKeptUntilTheWorkspaceIsClosed() throws Exception {
        makeFirstSchema(true);
        var was = Files.readAllBytes(workspace.resolve("outpace.mv.db"));
        try (var store = Store.open(workspace, "test", new JacksonJson())) {
            assertThat(store.resources().join().campaigns()).isNotEmpty();
            assertThat(files()).contains("outpace-before-migration.mv.db").doesNotContain("outpace-migrating.mv.db");
            assertThat(content(Files.createDirectory(folder.resolve("before")), was))
                    .anyMatch(line -> line.contains("Spring renewal"));
        }
        assertThat(files()).doesNotContain("outpace-before-migration.mv.db", "outpace.open");
    }

    @Test
    void aWorkspaceThatAnOlderProgramLeftHalfMadeIsMadeAnew() throws Exception {
        try (var connection = new Database(workspace).connect();
                var statement = connection.createStatement()) {
            statement.execute("create table campaign (id uuid primary key)");
            statement.execute("shutdown");
        }
        assertThat(content(workspace)).isEqualTo(content(Files.createDirectory(folder.resolve("new"))));
    }

    /** They worked on the file of the workspace itself, and a kill left it between two statements. */
    @Test
    void whatOlderProgramsLeftHalfMigratedIsBroughtUpToDate() throws Exception {
        makeFirstSchema(true);
        var undisturbed = copied("undisturbed");
        var source = new JdbcDataSource();
        source.setURL(new Database(workspace).url("outpace"));
        FirstSchema.migrations(watched(source), "4").migrate();
        sql("shutdown");
        everyKilledOneOpensAs(content(undisturbed), 4);
    }

    @Test
    void aDatabaseOfSomethingElseIsLeftAsItIs() throws Exception {
        try (var connection = new Database(workspace).connect();
                var statement = connection.createStatement()) {
            statement.execute("create table something (id int)");
            statement.execute("insert into something values (1)");
            statement.execute("shutdown");
        }
        refused("store.foreign");
        sql("select id from something");
    }

    @Test
    void aWorkspaceOfANewerProgramIsRefusedAndNotCopied() throws Exception {
        open(workspace);
        sql("update \"flyway_schema_history\" set \"version\" = '999' where \"version\" = '" + Database.SCHEMA + "'");
        refused("store.too_new");
        assertThat(files()).doesNotContain("outpace-migrating.mv.db", "outpace-before-migration.mv.db");
    }

    @Test
    void aMigrationThatFailsLeavesTheWorkspaceAsItWas() throws Exception {
        makeFirstSchema(true);
        var undisturbed = copied("undisturbed");
        sql("alter table campaign_hour rename to hours");
        refused("store.not_migrated");
        assertThat(files()).doesNotContain("outpace-migrating.mv.db", "outpace-before-migration.mv.db");
        sql("alter table hours rename to campaign_hour");
        assertThat(content(workspace)).isEqualTo(content(undisturbed));
    }

    @Test
    void whereThereIsNoRoomForACopyNothingIsChanged() throws Exception {
        makeFirstSchema(true);
        var was = Files.readAllBytes(workspace.resolve("outpace.mv.db"));
        long megabyte = 1 << 20;
        var migration = new Migration(new Database(workspace), source -> source, _ -> was.length + megabyte);
        assertThatThrownBy(migration::run).isInstanceOfSatisfying(StoreException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("store.no_room");
            assertThat(new ProblemWords().line(refused.problem())).contains("needs 3 MB", "1 MB are free");
        });
        assertThat(files()).containsExactly("outpace.mv.db");
    }

    private void refused(String code) {
        assertThatThrownBy(() -> Store.open(workspace, "test", new JacksonJson()))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private void sql(String sql) throws SQLException {
        try (var connection = new Database(workspace).connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            if (!sql.equals("shutdown")) {
                statement.execute("shutdown");
            }
        }
    }

    private static void open(Path place) {
        Store.open(place, "test", new JacksonJson()).close();
    }

    private Set<String> files() throws IOException {
        try (var files = Files.list(workspace)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private void makeFirstSchema(boolean data) throws SQLException {
        FirstSchema.make(workspace, data ? statement -> FirstSchema.fill(statement, 40) : _ -> {});
    }

    private Path copied(String name) throws IOException {
        var copy = Files.createDirectory(folder.resolve(name));
        try (var files = Files.list(workspace)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    /** Brought up to date: everything in a workspace, and its schema; not when and how long the migrations ran. */
    private static List<String> content(Path place) throws SQLException {
        var database = new Database(place);
        var migration = new Migration(database);
        migration.undoCut();
        migration.run();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var lines = lines(statement, """
                select table_name, column_name, data_type, character_maximum_length, is_nullable, column_default
                from information_schema.columns where table_schema = 'PUBLIC' order by 1, ordinal_position\
                """);
            lines.addAll(lines(statement, """
                select table_name, is_unique, column_name from information_schema.index_columns
                where table_schema = 'PUBLIC' order by table_name, index_name, ordinal_position\
                """));
            for (var table : lines(statement, """
                select table_name from information_schema.tables
                where table_schema = 'PUBLIC' and table_name <> 'flyway_schema_history' order by 1\
                """)) {
                lines.addAll(lines(statement, "select '" + table + "', * from " + table).stream()
                        .sorted()
                        .toList());
            }
            statement.execute("shutdown immediately");
            return lines;
        }
    }

    private static List<String> lines(Statement statement, String sql) throws SQLException {
        var lines = new ArrayList<String>();
        try (var row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                var line = new StringJoiner(" ");
                for (int i = 1; i <= columns; i++) {
                    line.add(row.getString(i));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private static List<String> content(Path place, byte[] file) throws IOException, SQLException {
        Files.write(place.resolve("outpace.mv.db"), file);
        return content(place);
    }

    /** Migrates the workspace as it is opened, and keeps a copy of its folder as it is around each statement. */
    private void migrateWatched() throws SQLException {
        var migration = new Migration(new Database(workspace), this::watched, _ -> Long.MAX_VALUE);
        migration.undoCut();
        migration.run();
        kill();
        try (var connection = new Database(workspace).connect();
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
        kill();
    }

    private void kill() {
        try {
            var copy = copied("killed-" + killed.size());
            if (killed.isEmpty() || !same(killed.getLast(), copy)) {
                killed.add(copy);
            } else {
                remove(copy);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean same(Path one, Path other) throws IOException {
        try (var ones = Files.list(one);
                var others = Files.list(other)) {
            var names = ones.map(Path::getFileName).collect(Collectors.toSet());
            if (!names.equals(others.map(Path::getFileName).collect(Collectors.toSet()))) {
                return false;
            }
            for (var name : names) {
                if (Files.mismatch(one.resolve(name), other.resolve(name)) >= 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static void remove(Path place) throws IOException {
        try (var files = Files.list(place)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(place);
    }

    private DataSource watched(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, T wrapped) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    boolean executes = method.getName().matches("execute|executeUpdate")
                            || method.getName().equals("commit");
                    if (executes) {
                        kill();
                    }
                    Object result;
                    try {
                        result = method.invoke(wrapped, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                    return switch (result) {
                        case Connection connection -> proxy(Connection.class, connection);
                        case PreparedStatement statement -> proxy(PreparedStatement.class, statement);
                        case Statement statement -> proxy(Statement.class, statement);
                        case null, default -> result;
                    };
                }));
    }
}
