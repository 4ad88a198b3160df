package dev.outpace.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** Rows of a workspace as the first Outpace wrote them: its schema never changes again. */
final class FirstSchema {
    private FirstSchema() {}

    interface Filling {
        void into(Statement statement) throws SQLException;
    }

    /** Makes a workspace as the first Outpace did. */
    static void make(Path folder, Filling filling) throws SQLException {
        var source = new JdbcDataSource();
        source.setURL(new Database(folder).url("outpace"));
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            migrations(source, "1").migrate();
            filling.into(statement);
            statement.execute("shutdown");
        }
    }

    static Flyway migrations(DataSource source, String last) {
        return Flyway.configure(FirstSchema.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:dev/outpace/store/migration")
                .target(last)
                .load();
    }

    /** @param targets three of four of them have a call */
    static void fill(Statement statement, int targets) throws SQLException {
        for (var sql : ROWS.split(";", -1)) {
            statement.execute(sql.replace("LAST", Integer.toString(FIRST + targets - 1)));
        }
    }

    /** Of targets and of calls. */
    static List<Integer> counts(int targets) {
        return List.of(targets, targets * 3 / 4);
    }

    /** A number that four divides. */
    private static final int FIRST = 100;

    private static final String ROWS = """
            insert into outplan values ('00000000-0000-0000-0000-000000000020', 'Evening', '', null, 30000, 3600000,
                3, 3, 0, 0, 0, 1778572800000000, 1778572800000000, null, null);
            insert into outdial values ('00000000-0000-0000-0000-000000000030', '00000000-0000-0000-0000-000000000011',
                'Customers', '', '', 1778572800000000, 1778572800000000, null, null);
            insert into queue values ('00000000-0000-0000-0000-000000000040', 'Renewals', '', 'random', '[]',
                '00000000-0000-0000-0000-000000000000', 0, 0, 1778572800000000, 1778572800000000, null, null);
            insert into agent values ('00000000-0000-0000-0000-000000000051', 'aiko', 'Aiko Tanaka', '', 'ringall', 'AWAY',
                16, '[]', '[]', 1778572800000000, 1778572800000000, null, null);
            insert into campaign values ('00000000-0000-0000-0000-000000000011', 'CALL', 'Spring renewal', '', 'STOP', 100,
                'STOP', '[]', '00000000-0000-0000-0000-000000000020', '00000000-0000-0000-0000-000000000030',
                '00000000-0000-0000-0000-000000000040', '00000000-0000-0000-0000-000000000000', 10, null,
                1778572800000000, 1778572800000000, null, null, null, null, true);
            insert into target (id, outdial_id, state, next_try_at, name, detail, data, type_0, number_0, tries_0, type_1,
                number_1, tries_1, tries_2, tries_3, tries_4, last_result, created_at, updated_at)
                select cast('00000000-0000-0000-0001-' || lpad(x, 12, '0') as uuid),
                '00000000-0000-0000-0000-000000000030',
                case mod(x, 4) when 0 then 0 when 1 then 1 when 2 then 2 else 3 end,
                case mod(x, 4) when 1 then 1778576400000000 else 0 end, 'Target ' || x, '', '{}',
                'tel', '+1212555' || lpad(mod(x, 10000), 4, '0'), case mod(x, 4) when 0 then 0 else 1 end,
                case mod(x, 8) when 0 then 'tel' end, case mod(x, 8) when 0 then '+12125550199' end,
                0, 0, 0, 0, case mod(x, 4) when 1 then 'ABANDONED' when 3 then 'NORMAL' end,
                1778572800000000, 1778572900000000 from system_range(100, LAST);
            insert into campaign_call (id, campaign_id, outplan_id, outdial_id, outdial_target_id, queue_id,
                reference_type, target_name, destination_type, destination, destination_index, try_count, status, result,
                cause, created_at, answered_at, queued_at, ended_at, agent_id)
                select cast('00000000-0000-0000-0002-' || lpad(x, 12, '0') as uuid),
                '00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-000000000020',
                '00000000-0000-0000-0000-000000000030', cast('00000000-0000-0000-0001-' || lpad(x, 12, '0') as uuid),
                '00000000-0000-0000-0000-000000000040', 'CALL', 'Target ' || x, 'tel', '+1212555' || lpad(mod(x, 10000), 4, '0'),
                0, 1, case mod(x, 4) when 2 then 0 else 2 end,
                case mod(x, 4) when 1 then 'FAIL' when 3 then 'SUCCESS' else 'NONE' end,
                case mod(x, 4) when 1 then 'ABANDONED' when 3 then 'NORMAL' end, 1778572800000000,
                case mod(x, 4) when 2 then null else 1778572850000000 end,
                case mod(x, 4) when 2 then null else 1778572860000000 end,
                case mod(x, 4) when 2 then null else 1778572900000000 end,
                '00000000-0000-0000-0000-000000000051' from system_range(100, LAST) where mod(x, 4) > 0;
            insert into campaign_call_step (call_id, at, kind, action_id, text)
                select id, created_at, 'ACTION', '00000000-0000-0000-0000-000000000070', 'answer' from campaign_call;
            insert into campaign_hour values ('00000000-0000-0000-0000-000000000011', 494048, 10, 10, 10, 20, 0);
            insert into setting values ('ui.theme', 'dark')""";
}
