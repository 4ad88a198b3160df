package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Json;
import dev.outpace.workspace.OfflineOrders.CampaignLine;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the campaigns of a workspace. */
@Command(
        name = "campaigns",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class CampaignsCommand extends OfflineCommand implements Callable<Integer> {
    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        var text = new JacksonJson();
        try (var orders = open("campaigns")) {
            for (var line : orders.campaigns()) {
                System.out.println(json ? text.write(asJson(line)) : asText(line));
            }
        }
        return 0;
    }

    private static String asText(CampaignLine line) {
        var campaign = line.campaign();
        return String.format(
                Locale.ROOT,
                "%s  %-8s  %-4s  %-28.28s  %-24.24s  %,d left",
                campaign.id(),
                campaign.status().name().toLowerCase(Locale.ROOT),
                campaign.type().name().toLowerCase(Locale.ROOT),
                campaign.name(),
                line.listName(),
                line.targets().left());
    }

    private static Json asJson(CampaignLine line) {
        var campaign = line.campaign();
        var calls = line.record().calls().withMachineErrors(campaign.options().pacing());
        var fields = new LinkedHashMap<String, Json>();
        fields.put("campaign", new Json.Text(campaign.id().toString()));
        fields.put("name", new Json.Text(campaign.name()));
        fields.put("type", new Json.Text(campaign.type().name().toLowerCase(Locale.ROOT)));
        fields.put("status", new Json.Text(campaign.status().name().toLowerCase(Locale.ROOT)));
        fields.put("service_level", number(campaign.serviceLevel()));
        fields.put("success", number(calls.success()));
        fields.put("fail", number(calls.fail()));
        fields.put("abandoned", number(calls.abandoned()));
        fields.put("done", number(line.targets().done()));
        fields.put("left", number(line.targets().left()));
        fields.put("not_callable", number(line.targets().notCallable()));
        return new Json.Obj(fields);
    }

    private static Json number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }
}
