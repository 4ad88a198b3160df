import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.engine.Constants;
import org.h2.mvstore.MVStore;

/**
 * Looks for commits that H2 made and that are gone when the file is opened after the process was killed.
 *
 * <p>{@code copy}: after each commit the file is copied as it stands, as a kill at that moment would leave it, and the copy is
 * opened.
 *
 * <p>{@code kill}: a process commits and says the number of each commit once it is made; it is killed with SIGKILL at a random
 * moment; then the file is opened. A file lives through twenty kills, and is closed in order now and then.
 *
 * <p>Both open it in H2's ordinary way, read-only; where a commit is missing, a copy is opened with a scan of the whole file.
 */
public final class Recovery {
    private static final String SETTINGS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DEFRAG_ALWAYS=FALSE;CACHE_SIZE=8192;TRACE_LEVEL_FILE=0"
                    + ";DB_CLOSE_DELAY=-1;MAX_COMPACT_TIME=1500";

    /** Of the table that is there at the beginning; with 100,000 a file has some hundred MB. */
    private static final long ROWS = 20_000;

    private static final int KILLS_OF_A_FILE = 20;

    private final Map<String, String> options;
    private final Path folder;
    private final Path file;

    private Recovery(Map<String, String> options) {
        this.options = options;
        folder = Path.of(option("dir", "h2-recovery")).toAbsolutePath();
        file = folder.resolve("data.mv.db");
    }

    public static void main(String[] arguments) throws Exception {
        var options = new TreeMap<String, String>();
        for (int i = 1; i < arguments.length; i++) {
            var parts = arguments[i].split("=", 2);
            options.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        var recovery = new Recovery(options);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "kill" -> recovery.kill();
            case "copy" -> recovery.copy();
            case "commit" -> recovery.commitForEver();
            default ->
                System.err.println(
                        "usage: java -cp h2.jar Recovery.java copy|kill [dir=…] [seed=…] [rows=…] [commits=…] [kills=…]"
                                + " [extra=;SETTING=…]");
        }
    }

    private String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    private long number(String name, long otherwise) {
        return Long.parseLong(option(name, Long.toString(otherwise)));
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("data") + SETTINGS + option("extra", "");
    }

    private long begin(long rows) {
        long seed = number("seed", System.nanoTime());
        System.out.println("H2 " + Constants.VERSION + ", seed=" + seed + ", rows=" + number("rows", rows));
        return seed;
    }

    // The workload: several tables with indexes, rows that are inserted, changed and deleted, some of them big.

    private static final class Workload {
        private final Connection connection;
        private final Random random;
        private final Map<String, PreparedStatement> statements = new TreeMap<>();
        private final long rows;
        private long last;

        Workload(Connection connection, long seed, long rows) throws SQLException {
            this.connection = connection;
            this.rows = rows;
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (var sql : List.of(
                        "create table if not exists target (id bigint primary key, list int not null, state int not"
                                + " null, next_at bigint, name varchar not null, data varchar not null, tries int not"
                                + " null)",
                        "create index if not exists target_state on target (list, state, next_at, id)",
                        "create index if not exists target_name on target (name)",
                        "create table if not exists call (id uuid primary key, n bigint not null, target bigint not"
                                + " null, started bigint not null, ended bigint, cause varchar, course varchar)",
                        "create index if not exists call_n on call (n)",
                        "create index if not exists call_target on call (target, started)",
                        "create index if not exists call_started on call (started desc, id)",
                        "create table if not exists in_progress (id uuid primary key, n bigint not null)",
                        "create table if not exists quarter (list int, quarter bigint, calls bigint, answered bigint,"
                                + " primary key (list, quarter))",
                        "create table if not exists last_commit (one int primary key, n bigint not null)")) {
                    statement.execute(sql);
                }
            }
            connection.commit();
            last = lastIn(connection);
            random = new Random(seed + 31 * last);
            fill();
        }

        private void fill() throws SQLException {
            if (count("target") >= rows) {
                return;
            }
            for (long id = 0; id < rows; id++) {
                run(
                        "merge into target key (id) values (?, ?, 0, 0, ?, ?, 0)",
                        id,
                        (int) (id % 8),
                        "name " + id,
                        text(200 + random.nextInt(400)));
                if (id % 500 == 499) {
                    connection.commit();
                }
            }
            connection.commit();
        }

        private long count(String table) throws SQLException {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                return row.getLong(1);
            }
        }

        /** @return the number of the commit, which is made */
        long commit() throws SQLException {
            long n = last + 1;
            int parts = 1 + random.nextInt(random.nextInt(20) == 0 ? 40 : 4);
            for (int part = 0; part < parts; part++) {
                change(n);
            }
            run("merge into last_commit key (one) values (1, ?)", n);
            connection.commit();
            last = n;
            return n;
        }

        private void change(long n) throws SQLException {
            long target = random.nextLong(rows);
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> {
                    var id = new UUID(random.nextLong(), random.nextLong());
                    run("update target set state = 1, tries = tries + 1 where id = ?", target);
                    run(
                            "insert into call values (?, ?, ?, ?, null, null, ?)",
                            id,
                            n,
                            target,
                            n * 1000,
                            text(random.nextInt(50) == 0 ? 60_000 : 200));
                    run("insert into in_progress values (?, ?)", id, n);
                }
                case 4, 5, 6 -> {
                    run(
                            "update call set ended = ?, cause = 'normal' where n = ?",
                            n * 1000,
                            n - 1 - random.nextInt(50));
                    run("delete from in_progress where n <= ?", n - 50);
                    run("update target set state = 2, next_at = ? where id = ?", n, target);
                }
                case 7 -> run("delete from call where n = ?", random.nextLong(Math.max(1, n)));
                case 8 -> run("update target set data = ? where id = ?", text(100 + random.nextInt(900)), target);
                default ->
                    run("merge into quarter key (list, quarter) values (?, ?, ?, ?)", random.nextInt(8), n / 500, n, n);
            }
        }

        private void run(String sql, Object... values) throws SQLException {
            var statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }

        private String text(int length) {
            var text = new StringBuilder(length);
            while (text.length() < length) {
                text.append(Long.toString(random.nextLong(), 36));
            }
            text.setLength(length);
            return text.toString();
        }
    }

    private static long lastIn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select n from last_commit")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    // kill

    private void commitForEver() throws SQLException {
        var connection = DriverManager.getConnection(url());
        // Two that read, as a program with a window has.
        for (int i = 0; i < 2; i++) {
            read(DriverManager.getConnection(url()), number("seed", 0) + i);
        }
        var workload = new Workload(connection, number("seed", 0), number("rows", ROWS));
        System.out.println("ready");
        long left = number("commits", Long.MAX_VALUE);
        while (left-- > 0) {
            System.out.println(workload.commit());
        }
        try (var statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
        System.out.println("closed");
        System.exit(0);
    }

    private static void read(Connection connection, long seed) {
        var thread = new Thread(() -> {
            var random = new Random(seed);
            try (var statement = connection.prepareStatement(
                    "select count(*), max(ended) from (select * from call order by started desc, id fetch first 200"
                            + " rows only)")) {
                while (true) {
                    statement.executeQuery().close();
                    Thread.sleep(random.nextInt(50));
                }
            } catch (SQLException | InterruptedException ended) {
                // The database is shut down.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void kill() throws Exception {
        Files.createDirectories(folder);
        var random = new Random(begin(ROWS));
        long kills = number("kills", 100);
        long lost = 0;
        for (long kill = 1; kill <= kills; kill++) {
            if (kill % KILLS_OF_A_FILE == 1) {
                Files.deleteIfExists(file);
            }
            boolean closes = random.nextInt(6) == 0;
            long millis = random.nextInt(random.nextInt(4) == 0 ? 10_000 : 1_500);
            long told = run(random.nextLong(), closes ? 50 + random.nextInt(400) : Long.MAX_VALUE, millis);
            long found = found(folder);
            if (found < told) {
                lost++;
                System.out.printf(
                        "kill %d: %d was told, %d is there%s; a scan of the whole file finds %d%n",
                        kill, told, found, closes ? " (closed before)" : "", foundByScan());
            } else if (kill % KILLS_OF_A_FILE == 0) {
                System.out.printf(
                        "kill %d: %d of %d lost something; the file has %d MB%n",
                        kill, lost, kill, Files.size(file) >> 20);
            }
        }
        System.out.printf("%d of %d kills lost commits%n", lost, kills);
    }

    /** @return the last commit that it told of */
    private long run(long seed, long commits, long millis) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                source(),
                "commit",
                "dir=" + folder,
                "seed=" + seed,
                "commits=" + commits));
        for (var option : List.of("rows", "extra")) {
            if (options.containsKey(option)) {
                command.add(option + "=" + options.get(option));
            }
        }
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var told = new long[1];
        var ready = new CountDownLatch(1);
        var reading = new Thread(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
                String line;
                while ((line = lines.readLine()) != null) {
                    if (line.equals("ready")) {
                        ready.countDown();
                    } else if (!line.equals("closed")) {
                        told[0] = Long.parseLong(line);
                    }
                }
            } catch (IOException | NumberFormatException cut) {
                // The last line may be half: its number was not told.
            }
            ready.countDown();
        });
        reading.start();
        ready.await();
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        reading.join();
        return told[0];
    }

    private String source() {
        return option("source", Path.of("Recovery.java").toAbsolutePath().toString());
    }

    /** As H2 opens a file that was not closed: nothing is written to it. */
    private static long found(Path folder) throws SQLException {
        var url = "jdbc:h2:file:" + folder.resolve("data") + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0";
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            long last = lastIn(connection);
            // The file remembers DB_CLOSE_DELAY=-1 and would stay open.
            statement.execute("shutdown immediately");
            return last;
        } catch (SQLException failure) {
            System.out.println("can't be opened: " + failure.getMessage());
            return -1;
        }
    }

    private long foundByScan() throws IOException, SQLException {
        var scanned = Files.createDirectories(folder.resolve("scanned"));
        Files.copy(file, scanned.resolve("data.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        return scan(scanned);
    }

    private static long scan(Path folder) throws SQLException {
        new MVStore.Builder()
                .fileName(folder.resolve("data.mv.db").toString())
                .recoveryMode()
                .autoCommitDisabled()
                .open()
                .close();
        return found(folder);
    }

    // copy

    private void copy() throws Exception {
        Files.createDirectories(folder);
        Files.deleteIfExists(file);
        long seed = begin(200);
        var place = Files.createDirectories(folder.resolve("copied"));
        long commits = number("commits", 2_000);
        long lost = 0;
        long most = 0;
        long scannedLess = 0;
        // A chunk without live pages is overwritten at once, and not after 45 s: the file has holes from the beginning.
        try (var connection = DriverManager.getConnection(url() + ";RETENTION_TIME=0")) {
            var workload = new Workload(connection, seed, number("rows", 200));
            for (long i = 0; i < commits; i++) {
                long told = workload.commit();
                Files.copy(file, place.resolve("data.mv.db"), StandardCopyOption.REPLACE_EXISTING);
                long found = found(place);
                if (found < told) {
                    lost++;
                    most = Math.max(most, told - found);
                    if (lost <= 10) {
                        System.out.printf("commit %d: the copy has %d", told, found);
                    }
                    long scanned = scan(place);
                    scannedLess += scanned < told ? 1 : 0;
                    if (lost <= 10) {
                        System.out.printf("; a scan of the whole file finds %d%n", scanned);
                    }
                }
            }
            try (var statement = connection.createStatement()) {
                statement.execute("shutdown immediately");
            }
        }
        System.out.printf(
                "%d of %d copies lack commits that were made, %d at most; %d also after a scan%n",
                lost, commits, most, scannedLess);
    }
}
