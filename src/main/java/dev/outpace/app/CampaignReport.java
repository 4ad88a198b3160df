package dev.outpace.app;

import dev.outpace.model.Alarm;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.PacingDecision;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Campaigns and decisions as lines of text and as JSON. */
final class CampaignReport {
    Json.Obj json(Campaign campaign, CampaignMoment moment) {
        var snapshot = moment.snapshot();
        var fields = new LinkedHashMap<String, Json>();
        fields.put("time", new Json.Text(snapshot.at().toString()));
        fields.put("campaign", new Json.Text(campaign.id().toString()));
        fields.put("name", new Json.Text(campaign.name()));
        fields.put("status", new Json.Text(moment.status().name().toLowerCase(Locale.ROOT)));
        put(fields, "available", snapshot.available());
        put(fields, "reserved", snapshot.reserved());
        put(fields, "dialing", snapshot.dialing());
        put(fields, "own_dialing", snapshot.ownDialing());
        put(fields, "progressing", moment.progressing());
        var allowed = moment.allowed();
        fields.put("allowed", allowed == null ? new Json.Null() : new Json.Num(BigDecimal.valueOf(allowed)));
        put(fields, "success", moment.calls().success());
        put(fields, "fail", moment.calls().fail());
        var forRate = moment.calls().withMachineErrors(campaign.options().pacing());
        put(fields, "abandoned", forRate.abandoned());
        put(fields, "done", moment.targets().done());
        put(fields, "left", moment.targets().left());
        put(fields, "not_callable", moment.targets().notCallable());
        return new Json.Obj(fields);
    }

    Json.Obj json(Alarm alarm, String sentence) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("alarm", new Json.Text(sentence));
        fields.put("campaign", id(alarm.campaignId()));
        return new Json.Obj(fields);
    }

    String text(Campaign campaign, CampaignMoment moment, String sentence) {
        return String.format(
                Locale.ROOT,
                "%-24.24s %-8s %4d dialing %4d in progress %7d success %7d fail %7d left  %s",
                campaign.name(),
                moment.status().name().toLowerCase(Locale.ROOT),
                moment.snapshot().ownDialing(),
                moment.inProgress(),
                moment.calls().success(),
                moment.calls().fail(),
                moment.targets().left(),
                sentence);
    }

    Json.Obj json(PacingDecision decision, String sentence) {
        var snapshot = decision.snapshot();
        var fields = new LinkedHashMap<String, Json>();
        fields.put("time", new Json.Text(snapshot.at().toString()));
        fields.put("campaign", new Json.Text(snapshot.campaignId().toString()));
        fields.put("launched", new Json.Bool(decision.launched()));
        put(fields, "available", snapshot.available());
        put(fields, "reserved", snapshot.reserved());
        if (snapshot.neededElsewhere() > 0) {
            fields.put("needed_elsewhere", new Json.Num(BigDecimal.valueOf(snapshot.neededElsewhere(), 2)));
        }
        put(fields, "dialing", snapshot.dialing());
        put(fields, "own_dialing", snapshot.ownDialing());
        put(fields, "service_level", snapshot.serviceLevel());
        fields.put("queue", id(snapshot.queueId()));
        fields.put("target", id(decision.targetId()));
        fields.put("call", id(decision.callId()));
        fields.put("code", new Json.Text(decision.reason().name().toLowerCase(Locale.ROOT)));
        fields.put("reason", new Json.Text(sentence));
        return new Json.Obj(fields);
    }

    private static Json id(UUID id) {
        return Ids.isNil(id) ? new Json.Null() : new Json.Text(id.toString());
    }

    private static void put(Map<String, Json> fields, String name, long value) {
        fields.put(name, new Json.Num(BigDecimal.valueOf(value)));
    }
}
