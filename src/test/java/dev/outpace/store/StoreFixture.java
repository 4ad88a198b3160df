package dev.outpace.store;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.NumberRest;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder of its own, and what stands in it. */
@SuppressWarnings("NullAway")
abstract class StoreFixture {
    static final Instant NOW = Instant.parse("2026-05-12T08:00:00.123456Z");

    static final UUID LIST = new UUID(1, 30);

    @TempDir
    Path folder;

    static final NumberRest GAP = new NumberRest(Duration.ofMinutes(10), Duration.ZERO, Duration.ZERO);

    Store store;

    private int numbers;

    @BeforeEach
    void open() {
        store = Store.open(EmptyWorkspace.in(folder.resolve("workspace")), "test", new JacksonJson());
    }

    @AfterEach
    void close() {
        store.close();
    }

    void reopen() {
        store.close();
        open();
    }

    static Campaign campaign() {
        return new Campaign(
                new UUID(1, 1),
                CampaignType.CALL,
                "campaign",
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                List.of(),
                new UUID(1, 20),
                LIST,
                Ids.NIL,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.createdAt(NOW),
                new Json.Obj(Map.of("future", new Json.Bool(true))));
    }

    static Outplan outplan(Integer... tries) {
        return new Outplan(
                new UUID(1, 20),
                "outplan",
                "",
                Address.tel("+12125550190"),
                20_000,
                60_000,
                List.of(tries),
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    static Outdial list() {
        return new Outdial(LIST, campaign().id(), "list", "", "", Stamps.createdAt(NOW), Json.Obj.EMPTY);
    }

    OutdialTarget target(String... addresses) {
        var destinations = new ArrayList<Address>();
        for (var address : addresses) {
            destinations.add(address == null ? null : Address.tel(address));
        }
        while (destinations.size() < 5) {
            destinations.add(null);
        }
        return new OutdialTarget(
                new UUID(2, ++numbers),
                LIST,
                0,
                "target " + numbers,
                "",
                "{}",
                TargetStatus.IDLE,
                destinations,
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    Claimed claimed(Instant now) {
        return (Claimed) store.targetPool()
                .claim(new Claim(UUID.randomUUID(), campaign(), outplan(2, 1, 0, 0, 0), now, _ -> false));
    }

    void fail(Claimed claimed, Instant nextTryAt) {
        store.factLog()
                .write(new Fact.CallClosed(
                        claimed.call().ended(EndCause.BUSY, NOW.plusSeconds(5)), new TargetFate.RetryAt(nextTryAt)));
    }

    void abandon(Instant at) {
        var call = claimed(NOW).call().answered(at).queued(new UUID(4, 1), at).ended(EndCause.ABANDONED, at);
        store.factLog().write(new Fact.CallClosed(call, new TargetFate.Done()));
    }

    ClaimResult claim(Campaign by, Instant now, boolean agentFree) {
        return store.targetPool()
                .claim(new Claim(
                        UUID.randomUUID(),
                        by,
                        outplan(2, 1, 0, 0, 0),
                        now,
                        _ -> false,
                        agentFree,
                        false,
                        new NumberRest(Duration.ZERO, Duration.ofDays(3), Duration.ofMinutes(1))));
    }

    ClaimResult claim(Instant now, NumberRest rest) {
        return store.targetPool()
                .claim(new Claim(
                        UUID.randomUUID(), campaign(), outplan(2, 1, 0, 0, 0), now, _ -> false, false, false, rest));
    }

    void abandon(CampaignCall call, Instant at) {
        store.factLog()
                .write(new Fact.CallClosed(call.answered(at).ended(EndCause.ABANDONED, at), new TargetFate.Done()));
    }
}
