package dev.outpace.store;

import dev.outpace.engine.EngineState.CampaignRecord;
import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CallRecording;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.EndHandle;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.FilePlace;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.Phone;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RuleFields;
import dev.outpace.model.RuleSet;
import dev.outpace.model.RuleShape;
import dev.outpace.model.Stamps;
import dev.outpace.model.StopReason;
import dev.outpace.model.TargetOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Maps campaigns, outplans, target lists, queues, agents, calling rules and do-not-call lists to rows. */
final class ResourceTables {
    private static final String STAMPS = "created_at, updated_at, deleted_at, further, id";

    private final Columns columns;
    private final FreshOrder freshOrder;

    ResourceTables(Columns columns, FreshOrder freshOrder) {
        this.freshOrder = freshOrder;
        this.columns = columns;
    }

    /** Inserts or updates a resource. An existing campaign keeps its status. */
    void save(Transaction transaction, Resource resource) throws SQLException {
        switch (resource) {
            case Campaign campaign -> saveCampaign(transaction, campaign);
            case Outplan outplan -> saveOutplan(transaction, outplan);
            case Outdial outdial -> saveOutdial(transaction, outdial);
            case Queue queue -> saveQueue(transaction, queue);
            case Agent agent -> saveAgent(transaction, agent);
            case DoNotCallList list -> saveDoNotCallList(transaction, list);
            case RuleSet rules -> saveRules(transaction, rules);
        }
        transaction.changed(resource);
    }

    private void saveCampaign(Transaction transaction, Campaign campaign) throws SQLException {
        var statement = upsert(
                transaction,
                "campaign",
                "type, name, detail, service_level, end_handle, actions, outplan_id, outdial_id, queue_id,"
                        + " next_campaign_id, flows_at_once, pacing, compliance, record_calls, keep_recordings_days,"
                        + " rules_id, fresh_share, options_unknown, " + STAMPS);
        var set = new Setter(statement);
        set.text(campaign.type().name());
        set.text(campaign.name());
        set.text(campaign.detail());
        set.number(campaign.serviceLevel());
        set.text(campaign.endHandle().name());
        set.text(columns.actions(campaign.actions()));
        set.id(campaign.outplanId());
        set.id(campaign.outdialId());
        set.id(campaign.queueId());
        set.id(campaign.nextCampaignId());
        set.number(campaign.options().flowsAtOnce());
        set.text(columns.unknown(OptionColumns.pacing(campaign.options().pacing())));
        set.text(columns.unknown(OptionColumns.compliance(campaign.options().compliance())));
        set.flag(campaign.options().recording().on());
        set.number(campaign.options().recording().keepDays());
        set.id(campaign.options().rulesId());
        set.number(campaign.options().freshShare());
        set.text(columns.unknown(campaign.options().unknown()));
        end(set, campaign, columns.unknown(campaign.unknown()));
    }

    private void saveOutplan(Transaction transaction, Outplan outplan) throws SQLException {
        var set = new Setter(upsert(
                transaction,
                "outplan",
                "name, detail, source, dial_timeout, try_interval, max_try_count_0, max_try_count_1, max_try_count_2,"
                        + " max_try_count_3, max_try_count_4, retry, " + STAMPS));
        set.text(outplan.name());
        set.text(outplan.detail());
        set.text(columns.address(outplan.source()));
        set.number(outplan.dialTimeout());
        set.number(outplan.tryInterval());
        for (int count : outplan.maxTryCounts()) {
            set.number(count);
        }
        set.text(columns.unknown(RetryColumns.write(outplan.retry())));
        end(set, outplan, columns.unknown(outplan.unknown()));
    }

    private void saveOutdial(Transaction transaction, Outdial outdial) throws SQLException {
        var set =
                new Setter(upsert(transaction, "outdial", "campaign_id, name, detail, data, target_order, " + STAMPS));
        set.id(outdial.campaignId());
        set.text(outdial.name());
        set.text(outdial.detail());
        set.text(outdial.data());
        set.text(outdial.order().name());
        end(set, outdial, columns.unknown(outdial.unknown()));
        freshOrder.saved(transaction, outdial);
    }

    private void saveQueue(Transaction transaction, Queue queue) throws SQLException {
        var set = new Setter(upsert(
                transaction,
                "queue",
                "name, detail, routing_method, tag_ids, wait_flow_id, wait_timeout, service_timeout, wrap_up,"
                        + " ring_time, agents_stay_connected, asterisk_queue, "
                        + STAMPS));
        set.text(queue.name());
        set.text(queue.detail());
        set.text(queue.routingMethod());
        set.text(columns.ids(queue.tagIds()));
        set.id(queue.waitFlowId());
        set.number(queue.waitTimeout());
        set.number(queue.serviceTimeout());
        set.number(queue.service().wrapUp());
        set.number(queue.service().ringTime());
        set.flag(queue.service().agentsStay());
        var exchangeQueue = queue.exchangeQueue();
        set.text(exchangeQueue == null ? null : exchangeQueue.name());
        end(set, queue, columns.unknown(queue.unknown()));
    }

    private void saveAgent(Transaction transaction, Agent agent) throws SQLException {
        var set = new Setter(upsert(
                transaction,
                "agent",
                "username, name, detail, ring_method, status, away_reason, permission, tag_ids, addresses, phone, "
                        + STAMPS));
        set.text(agent.username());
        set.text(agent.name());
        set.text(agent.detail());
        set.text(agent.ringMethod());
        set.text(agent.status().name());
        set.text(agent.awayReason().name());
        set.number(agent.permission());
        set.text(columns.ids(agent.tagIds()));
        set.text(columns.addresses(agent.addresses()));
        var phone = agent.phone();
        set.text(phone == null ? null : phone.dialString());
        end(set, agent, columns.unknown(agent.unknown()));
    }

    private void saveDoNotCallList(Transaction transaction, DoNotCallList list) throws SQLException {
        var set = new Setter(
                upsert(transaction, "do_not_call_list", "name, source, as_of, max_age, every_campaign, " + STAMPS));
        set.text(list.name());
        set.text(list.source());
        set.day(list.asOf());
        set.number(list.maxAgeDays());
        set.flag(list.everyCampaign());
        end(set, list, columns.unknown(list.unknown()));
    }

    /** What nobody knows of a set stays within its content. */
    private void saveRules(Transaction transaction, RuleSet rules) throws SQLException {
        var set = new Setter(upsert(transaction, "rule_set", "name, content, " + STAMPS));
        set.text(rules.name());
        set.text(columns.unknown(RuleShape.of(rules)));
        end(set, rules, null);
    }

    private static void end(Setter set, Resource resource, @Nullable String unknown) throws SQLException {
        set.moment(resource.stamps().create());
        set.moment(resource.stamps().update());
        set.moment(resource.stamps().delete());
        set.text(unknown);
        set.id(resource.id());
        set.statement.executeUpdate();
    }

    /** A new campaign has the status STOP. Only {@link #changeStatus} changes a status. */
    private static PreparedStatement upsert(Transaction transaction, String table, String names) throws SQLException {
        var sql = "merge into " + table + " t using (values (" + "?, ".repeat(count(names) - 1) + "?)) s(" + names
                + ") on t.id = s.id when matched then update set " + assignments(names)
                + " when not matched then insert (" + names + (table.equals("campaign") ? ", status" : "")
                + ") values (" + sources(names) + (table.equals("campaign") ? ", 'STOP'" : "") + ")";
        return transaction.statement(sql);
    }

    private static int count(String names) {
        return names.split(",", -1).length;
    }

    private static String assignments(String names) {
        var text = new StringBuilder();
        for (var name : names.split(", *", -1)) {
            if (!name.equals("id")) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(name)
                        .append(" = s.")
                        .append(name);
            }
        }
        return text.toString();
    }

    private static String sources(String names) {
        return "s." + names.replaceAll(", *", ", s.");
    }

    void changeStatus(Transaction transaction, StatusChange change) throws SQLException {
        var statement = transaction.statement("update campaign set status = ?, stop_reason = ?,"
                + " started_at = coalesce(?, started_at), placed_since_start = placed_since_start and ? where id = ?");
        statement.setString(1, change.status().name());
        var reason = change.reason();
        statement.setString(2, reason == null ? null : reason.name());
        Columns.setInstant(statement, 3, change.startedAt());
        statement.setBoolean(4, change.startedAt() == null);
        statement.setObject(5, change.campaignId());
        statement.executeUpdate();
        transaction.changed(change);
    }

    /** Reads every resource that is not deleted. */
    ResourceBook load(Connection connection) throws SQLException {
        var book = new ResourceBook();
        read(connection, "outplan", row -> book.put(outplan(row)));
        read(connection, "outdial", row -> book.put(outdial(row)));
        read(connection, "queue", row -> book.put(queue(row)));
        read(connection, "agent", row -> book.put(agent(row)));
        read(connection, "do_not_call_list", row -> book.put(doNotCallList(row)));
        read(connection, "rule_set", row -> book.put(ruleSet(row)));
        read(connection, "campaign", row -> book.put(campaign(row)));
        return book;
    }

    /** Reads what is stored about each campaign besides its resource, including its counts over all time. */
    Map<UUID, CampaignRecord> loadRecords(Connection connection) throws SQLException {
        var counts = QuarterTable.since(connection, Instant.EPOCH);
        var hours = QuarterTable.hours(connection);
        var records = new HashMap<UUID, CampaignRecord>();
        read(connection, "campaign", row -> {
            var id = Columns.uuid(row, "id");
            var reason = row.getString("stop_reason");
            records.put(
                    id,
                    new CampaignRecord(
                            reason == null ? null : StopReason.valueOf(reason),
                            Columns.instantOrNull(row, "started_at"),
                            counts.getOrDefault(id, CallCounts.NONE),
                            row.getBoolean("placed_since_start"),
                            hours.getOrDefault(id, List.of())));
        });
        return records;
    }

    private interface Reading {
        void of(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String table, Reading reading) throws SQLException {
        var sql = "select * from " + table + " where deleted_at is null or deleted_at >= ? order by created_at, id";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, Columns.micros(Stamps.NEVER));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    reading.of(row);
                }
            }
        }
    }

    private static Stamps stamps(ResultSet row) throws SQLException {
        return new Stamps(
                Columns.instantOrNull(row, "created_at"),
                Columns.instantOrNull(row, "updated_at"),
                Columns.instantOrNull(row, "deleted_at"));
    }

    private Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                Columns.uuid(row, "id"),
                CampaignType.valueOf(row.getString("type")),
                row.getString("name"),
                row.getString("detail"),
                CampaignStatus.valueOf(row.getString("status")),
                row.getInt("service_level"),
                EndHandle.valueOf(row.getString("end_handle")),
                columns.actions(row.getString("actions")),
                Columns.uuid(row, "outplan_id"),
                Columns.uuid(row, "outdial_id"),
                Columns.uuid(row, "queue_id"),
                Columns.uuid(row, "next_campaign_id"),
                new CampaignOptions(
                        row.getInt("flows_at_once"),
                        OptionColumns.pacing(columns.unknown(row.getString("pacing"))),
                        OptionColumns.compliance(columns.unknown(row.getString("compliance"))),
                        new CallRecording(row.getBoolean("record_calls"), row.getInt("keep_recordings_days")),
                        Columns.uuid(row, "rules_id"),
                        row.getInt("fresh_share"),
                        columns.unknown(row.getString("options_unknown"))),
                stamps(row),
                columns.unknown(row.getString("further")));
    }

    private RuleSet ruleSet(ResultSet row) throws SQLException {
        var id = Columns.uuid(row, "id");
        var content = columns.unknown(row.getString("content"));
        // Rules that can't be read would allow calls that they forbid.
        return new RuleFields(content, FilePlace.whole("rule_set " + id), problem -> {
                    throw new IllegalStateException(problem.code() + " at " + problem.place());
                })
                .ruleSet(_ -> id, stamps(row));
    }

    private Outplan outplan(ResultSet row) throws SQLException {
        return new Outplan(
                Columns.uuid(row, "id"),
                row.getString("name"),
                row.getString("detail"),
                columns.address(row.getString("source")),
                row.getLong("dial_timeout"),
                row.getLong("try_interval"),
                List.of(
                        row.getInt("max_try_count_0"),
                        row.getInt("max_try_count_1"),
                        row.getInt("max_try_count_2"),
                        row.getInt("max_try_count_3"),
                        row.getInt("max_try_count_4")),
                RetryColumns.read(columns.unknown(row.getString("retry"))),
                stamps(row),
                columns.unknown(row.getString("further")));
    }

    private Outdial outdial(ResultSet row) throws SQLException {
        return new Outdial(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "campaign_id"),
                row.getString("name"),
                row.getString("detail"),
                row.getString("data"),
                TargetOrder.valueOf(row.getString("target_order")),
                stamps(row),
                columns.unknown(row.getString("further")));
    }

    private Queue queue(ResultSet row) throws SQLException {
        return new Queue(
                Columns.uuid(row, "id"),
                row.getString("name"),
                row.getString("detail"),
                row.getString("routing_method"),
                columns.ids(row.getString("tag_ids")),
                Columns.uuid(row, "wait_flow_id"),
                row.getLong("wait_timeout"),
                row.getLong("service_timeout"),
                new QueueService(
                        row.getLong("wrap_up"), row.getLong("ring_time"), row.getBoolean("agents_stay_connected")),
                exchangeQueue(row.getString("asterisk_queue")),
                stamps(row),
                columns.unknown(row.getString("further")));
    }

    private static @Nullable ExchangeQueue exchangeQueue(@Nullable String stored) {
        return stored == null ? null : ExchangeQueue.read(stored).orElse(null);
    }

    private static @Nullable Phone phone(@Nullable String stored) {
        return stored == null ? null : Phone.read(stored).orElse(null);
    }

    private DoNotCallList doNotCallList(ResultSet row) throws SQLException {
        long day = row.getLong("as_of");
        var asOf = row.wasNull() ? null : LocalDate.ofEpochDay(day);
        return new DoNotCallList(
                Columns.uuid(row, "id"),
                row.getString("name"),
                row.getString("source"),
                asOf,
                row.getInt("max_age"),
                row.getBoolean("every_campaign"),
                stamps(row),
                columns.unknown(row.getString("further")));
    }

    private Agent agent(ResultSet row) throws SQLException {
        return new Agent(
                Columns.uuid(row, "id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("detail"),
                row.getString("ring_method"),
                AgentStatus.valueOf(row.getString("status")),
                AwayReason.valueOf(row.getString("away_reason")),
                row.getLong("permission"),
                columns.ids(row.getString("tag_ids")),
                columns.addresses(row.getString("addresses")),
                phone(row.getString("phone")),
                stamps(row),
                columns.unknown(row.getString("further")));
    }
}
