package dev.outpace.workspace;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.Stamps;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** A workspace to look at: three queues, their agents, and campaigns of every shape, six of them running. */
final class Demo {
    /** Keeps the ids made here apart from those that the engine makes of the same seed. */
    private static final long APART = 0x5EED_0F_DE_30L;

    private static final String SETTING = "demo";
    private static final LineLimits LINES = new LineLimits(150, 12);
    private static final long HOUR = 3_600_000;

    private final SplittableRandom random;
    private final DemoFlows flows;
    private final Instant now;
    private final List<Resource> resources = new ArrayList<>();
    private final Map<Outdial, Integer> lists = new LinkedHashMap<>();
    private final List<UUID> running = new ArrayList<>();

    private Demo(SplittableRandom random, Instant now) {
        this.random = random;
        flows = new DemoFlows(this::id);
        this.now = now;
    }

    /**
     * Fills an empty workspace.
     *
     * @return whether it was filled now; false if it is a demo already
     * @throws StoreException if the workspace has data of its own
     */
    static boolean fill(Store store, JsonText json, Clock clock, long seed) {
        if (store.setting(SETTING).join().isPresent()) {
            return false;
        }
        var book = store.resources().join();
        if (!book.campaigns().isEmpty()
                || !book.outdials().isEmpty()
                || !book.agents().isEmpty()) {
            throw new StoreException(Problem.error("demo.has_data", ""));
        }
        var demo = new Demo(new SplittableRandom(seed ^ APART), clock.instant());
        demo.make();
        demo.store(store, json);
        return true;
    }

    static boolean isDemo(Store store) {
        return store.setting(SETTING).join().isPresent();
    }

    private void store(Store store, JsonText json) {
        var targets = new LinkedHashMap<UUID, Iterator<OutdialTarget>>();
        lists.forEach((list, size) -> targets.put(list.id(), new DemoTargets(list.id(), size, random.split(), now)));
        store.targets().storeAll(resources, targets, Set.of());
        store.factLog()
                .write(new Fact.StatusesChanged(running.stream()
                        .map(id -> new StatusChange(id, CampaignStatus.RUN, null, now, now))
                        .toList()));
        store.saveSetting(
                        SettingsText.WORKSPACE,
                        new SettingsText(json).write(WorkspaceSettings.DEFAULT.withLines(LINES)))
                .join();
        store.saveSetting(SETTING, now.toString()).join();
    }

    private void make() {
        var renewals = queue("Renewals", "Home and motor policies", 26);
        var frontDesk = queue("Front desk", "Appointments", 18);
        var onboarding = queue("Onboarding", "New customers and surveys", 22);

        var daytime = outplan("Daytime, six attempts", 30, 2 * HOUR, 3, 2, 1);
        var quick = outplan("Quick, two attempts", 25, HOUR / 2, 2, 0, 0);
        var patient = outplan("Patient, four attempts", 35, 4 * HOUR, 3, 1, 0);

        var heater = campaign("Heater recall notice", "Starts after Welcome calls", renewals, patient);
        stopped(heater.next(Ids.NIL), list("Heater owners", 6_440), 100);
        var energy = campaign("Energy tariff switch", "On hold until June prices", renewals, daytime);
        stopped(energy.next(Ids.NIL), list("Tariff customers", 12_870), 120);

        var spring = campaign("Spring renewal 2026", "Home policies, June", renewals, daytime);
        running(
                spring.next(Ids.NIL),
                list("Home policies Q2", 50_000),
                100,
                flows.pressOne("Your home policy ends in June."));
        var clinic = campaign("Clinic appointments", "Confirm tomorrow's visit", frontDesk, quick);
        running(
                clinic.next(Ids.NIL),
                list("Visits tomorrow", 4_360),
                110,
                flows.greeting("You have a visit tomorrow."));
        var welcome = campaign("Welcome calls", "New customers, day 3", onboarding, quick);
        running(welcome.next(heater.id()), list("New customers", 3_210), 100, flows.greeting("Welcome to Nordhavn."));
        var survey = campaign("Customer survey May", "Shares its queue with Welcome calls", onboarding, patient);
        running(
                survey.next(Ids.NIL),
                list("Survey panel", 5_900),
                100,
                flows.greeting("We have three short questions."));
        var payment = campaign("Payment reminder", "Automated, no agents", Ids.NIL, quick);
        running(
                payment.next(Ids.NIL).endHandle(EndHandle.CONTINUE),
                list("Open invoices", 4_900),
                100,
                flows.reminder());
        var refresh = campaign("CRM data refresh", "Updates records, no calls", Ids.NIL, quick);
        running(refresh.next(Ids.NIL).type(CampaignType.FLOW), list("Records to refresh", 500), 100, flows.stop());
    }

    private static AwayReason awayReason(int number) {
        return switch (number % 3) {
            case 0 -> AwayReason.BREAK;
            case 1 -> AwayReason.LUNCH;
            default -> AwayReason.TRAINING;
        };
    }

    private UUID queue(String name, String detail, int agents) {
        var id = id();
        var tag = id();
        resources.add(new Queue(
                id, name, detail, "random", List.of(tag), Ids.NIL, 0, 0, Stamps.createdAt(now), Json.Obj.EMPTY));
        for (int i = 0; i < agents; i++) {
            var agentName = DemoTargets.name(random);
            var username =
                    agentName.toLowerCase(Locale.ROOT).replace(' ', '.') + '.' + resources.size() + "@example.com";
            resources.add(new Agent(
                    id(),
                    username,
                    agentName,
                    "",
                    "ringall",
                    i % 13 == 12 ? AgentStatus.OFFLINE : i % 11 == 10 ? AgentStatus.AWAY : AgentStatus.AVAILABLE,
                    awayReason(i / 11 + agents),
                    16,
                    List.of(tag),
                    List.of(),
                    null,
                    Stamps.createdAt(now),
                    Json.Obj.EMPTY));
        }
        return id;
    }

    private UUID outplan(String name, int timeoutSeconds, long interval, int first, int second, int third) {
        var id = id();
        resources.add(new Outplan(
                id,
                name,
                "",
                Address.tel("+12125550100"),
                timeoutSeconds * 1_000L,
                interval,
                List.of(first, second, third, 0, 0),
                Stamps.createdAt(now),
                Json.Obj.EMPTY));
        return id;
    }

    private UUID list(String name, int size) {
        var list = new Outdial(id(), Ids.NIL, name, "", "", Stamps.createdAt(now), Json.Obj.EMPTY);
        resources.add(list);
        lists.put(list, size);
        return list.id();
    }

    private record Draft(
            UUID id,
            String name,
            String detail,
            UUID queue,
            UUID outplan,
            UUID next,
            CampaignType type,
            EndHandle end) {
        Draft next(UUID nextId) {
            return new Draft(id, name, detail, queue, outplan, nextId, type, end);
        }

        Draft type(CampaignType newType) {
            return new Draft(id, name, detail, queue, outplan, next, newType, end);
        }

        Draft endHandle(EndHandle newEnd) {
            return new Draft(id, name, detail, queue, outplan, next, type, newEnd);
        }
    }

    private Draft campaign(String name, String detail, UUID queue, UUID outplan) {
        return new Draft(id(), name, detail, queue, outplan, Ids.NIL, CampaignType.CALL, EndHandle.STOP);
    }

    private void stopped(Draft draft, UUID list, int serviceLevel) {
        add(draft, list, serviceLevel, flows.greeting("We have news for you."));
    }

    private void running(Draft draft, UUID list, int serviceLevel, List<Action> actions) {
        add(draft, list, serviceLevel, actions);
        running.add(draft.id());
    }

    private void add(Draft draft, UUID list, int serviceLevel, List<Action> actions) {
        // Newest first in lists: those that run come after those that are stopped.
        var created = Stamps.createdAt(now.plusMillis(resources.size()));
        resources.add(new Campaign(
                draft.id(),
                draft.type(),
                draft.name(),
                draft.detail(),
                CampaignStatus.STOP,
                serviceLevel,
                draft.end(),
                actions,
                draft.outplan(),
                list,
                draft.queue(),
                draft.next(),
                CampaignOptions.DEFAULT,
                created,
                Json.Obj.EMPTY));
    }

    private UUID id() {
        return DemoTargets.id(random);
    }
}
