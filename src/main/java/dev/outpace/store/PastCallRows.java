package dev.outpace.store;

import dev.outpace.model.CallStatus;
import dev.outpace.model.CallStep;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.PastCall;
import dev.outpace.model.PastCalls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the latest calls of campaigns with their histories, no more than {@value #MOST} of them all together, or few of each. */
final class PastCallRows {
    private static final int MOST = 1_500;
    private static final int FEW = 30;
    private static final int MANY = 300;

    private static final String LATEST = "select * from (select * from campaign_call where campaign_id = ?"
            + " order by campaign_id desc, seq desc fetch first ? rows only) latest where status = "
            + CallRows.code(CallStatus.DONE);

    private static final String STEPS = "select step.* from (" + LATEST + " and answered_at is not null) answered"
            + " join campaign_call_step step on step.call_id = answered.id"
            + " where step.kind in ('ACTION', 'AGENT_RINGING', 'QUEUE_LEFT') order by step.seq";

    private final CallRows calls;

    PastCallRows(CallRows calls) {
        this.calls = calls;
    }

    List<PastCall> read(Connection connection, Collection<Campaign> campaigns) throws SQLException {
        var past = new PastCalls();
        var called = campaigns.stream()
                .filter(campaign -> campaign.type() == CampaignType.CALL && campaign.hasQueue())
                .toList();
        for (var campaign : called) {
            read(connection, campaign.id(), Math.clamp(MOST / called.size(), FEW, MANY), past);
        }
        return past.all();
    }

    private void read(Connection connection, UUID campaignId, int most, PastCalls into) throws SQLException {
        var steps = steps(connection, campaignId, most);
        try (var statement = connection.prepareStatement(LATEST)) {
            statement.setObject(1, campaignId);
            statement.setInt(2, most);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var call = calls.read(row);
                    into.add(call, steps.getOrDefault(call.id(), List.of()));
                }
            }
        }
    }

    private static Map<UUID, List<CallStep>> steps(Connection connection, UUID campaignId, int most)
            throws SQLException {
        var steps = new HashMap<UUID, List<CallStep>>();
        try (var statement = connection.prepareStatement(STEPS)) {
            statement.setObject(1, campaignId);
            statement.setInt(2, most);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var step = new CallStep(
                            Columns.uuid(row, "call_id"),
                            Columns.instant(row.getLong("at")),
                            CallStep.Kind.valueOf(row.getString("kind")),
                            Columns.uuid(row, "action_id"),
                            row.getString("text"));
                    steps.computeIfAbsent(step.callId(), _ -> new ArrayList<>()).add(step);
                }
            }
        }
        return steps;
    }
}
