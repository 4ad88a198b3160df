package dev.outpace.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.TestCall.Caller;
import dev.outpace.flow.TestCall.End;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in a flow, checking it comes to an end and so does a call. */
class RandomFlowTest {
    private static final int PASSED_OVER_AT_MOST = 1_100;

    @ParameterizedTest
    @EnumSource(CampaignType.class)
    void everyFlowIsCheckedAndCalled(CampaignType type) {
        LongStream.rangeClosed(1, 150).forEach(seed -> {
            var chance = new Random(seed);
            var flows = chance.nextBoolean() ? RandomFlow.hostile() : RandomFlow.tame();
            var flow = flows.withMostActions(30).next(chance);
            var campaign = campaign(type, flow, chance.nextBoolean() ? new UUID(7, 7) : Ids.NIL);
            var context = new FlowContext(type, campaign.queueId(), _ -> chance.nextBoolean(), _ -> true);

            assertThat(new FlowCheck(flow, context).check())
                    .as("seed %d", seed)
                    .allMatch(problem -> FlowCheck.indexOf(problem) >= 0 && FlowCheck.indexOf(problem) < flow.size());
            var nested = flows.next(chance);
            var result = new TestCall(campaign, new JacksonJson(), _ -> chance.nextBoolean() ? nested : null)
                    .run(caller(chance));
            assertThat(result.path()).as("seed %d", seed).hasSizeLessThan(PASSED_OVER_AT_MOST);
            assertThat(result.end() == End.ERROR || result.end() == End.LIMIT || result.end() == End.HANGUP)
                    .as("seed %d: the reason of %s", seed, result.end())
                    .isEqualTo(!result.reason().isEmpty());
        });
    }

    private static Caller caller(Random chance) {
        return new Caller(
                chance.nextInt(10) > 0,
                chance.nextBoolean(),
                List.of("1", "", "9#", "0123456789"),
                Instant.ofEpochSecond(1_790_000_000L + chance.nextInt(1_000_000)),
                Map.of("answer", "${answer}"),
                "Ana",
                "",
                "{\"plan\": {\"name\": [\"gold\", null]}}",
                "+12125550123");
    }

    private static Campaign campaign(CampaignType type, List<Action> flow, UUID queue) {
        return new Campaign(
                new UUID(7, 1),
                type,
                "Spring",
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                flow,
                Ids.NIL,
                Ids.NIL,
                queue,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }
}
