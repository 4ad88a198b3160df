package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.action;
import static dev.outpace.engine.EngineRig.id;

import dev.outpace.engine.EngineInput.AgentOrdered;
import dev.outpace.engine.EngineInput.CampaignStarted;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.HangUpOrdered;
import dev.outpace.engine.EngineInput.LimitsChanged;
import dev.outpace.engine.EngineInput.RunningHeld;
import dev.outpace.engine.EngineInput.TargetsChanged;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.RetryCause;
import dev.outpace.model.RetryRule;
import dev.outpace.model.RetryRules;
import dev.outpace.model.RetryThen;
import dev.outpace.model.StopMode;
import dev.outpace.model.TargetStatus;
import dev.outpace.numbers.NumberReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;

/** What people do, at random: a workspace of every shape of campaign, orders, edits, and targets that come and change. */
@SuppressWarnings("NullAway")
final class RandomOrders {
    static final int CAMPAIGNS = 7;
    private static final AbandonFrom[] FROM = AbandonFrom.values();
    private static final int LISTS = 6;
    private static final List<StopMode> STOPS = List.of(StopMode.values());
    private static final List<Integer> RATES = List.of(2, 4, 10, 100);
    private static final List<Duration> GAPS = List.of(Duration.ZERO, Duration.ofSeconds(30), LineLimits.NUMBER_GAP);
    /** One phone, as files and people write it. */
    private static final List<String> FORMS =
            List.of("+121255501%02d", "(212) 555-01%02d", "1-212-555-01%02d", "011 1 212 555 01%02d");

    private static final NumberReader NUMBERS = new NumberReader("US");
    private static final int[] LEVELS = {0, 40, 60, 100, 100, 150, 300};

    private final RandomFloor floor;
    private final SplittableRandom random;
    private int targets;
    private int written;

    RandomOrders(RandomFloor floor) {
        this.floor = floor;
        this.random = floor.random;
    }

    void makeWorkspace(int agents) {
        var rig = floor.rig;
        for (int plan = 20; plan < 22; plan++) {
            rig.save(outplan(plan));
        }
        for (int list = 30; list < 30 + LISTS; list++) {
            rig.save(EngineRig.list(list));
        }
        rig.save(EngineRig.queue(40));
        rig.save(EngineRig.queue(41));
        for (int agent = 51; agent < 51 + agents; agent++) {
            rig.save(agent % 3 == 0 ? EngineRig.agent(agent, 40, 41) : EngineRig.agent(agent, 40 + agent % 2));
        }
        for (int number = 1; number <= CAMPAIGNS; number++) {
            rig.save(campaign(number));
        }
        for (int list = 30; list < 30 + LISTS; list++) {
            for (int i = random.nextInt(list == 35 ? 24 : 12); i >= 0; i--) {
                addTarget(list);
            }
        }
        rig.limits = new LineLimits(
                3 + random.nextInt(20), RATES.get(random.nextInt(RATES.size())), GAPS.get(random.nextInt(GAPS.size())));
        for (int number = 1; number <= CAMPAIGNS; number++) {
            if (random.nextInt(3) > 0 && number <= LISTS) {
                rig.saveRunning(number);
            }
        }
    }

    /** 1 and 2 share a queue, 3 leads to 4 and 4 to 7, 5 has no queue, 6 needs no calls; 7 has the list of 3. */
    private Campaign campaign(int number) {
        int queue = number < 3 ? 40 : number < 5 ? 41 : number == 7 ? 40 : 0;
        var type = number == 6 ? CampaignType.FLOW : CampaignType.CALL;
        int next = number == 3 ? 4 : number == 4 ? 7 : number == 1 && random.nextBoolean() ? 5 : 0;
        var campaign = EngineRig.campaign(
                number,
                type,
                number == 6 && random.nextBoolean() ? 0 : 20 + number % 2,
                number == 7 ? 32 : 29 + number,
                queue,
                level(),
                number == 5 && random.nextBoolean() ? EndHandle.CONTINUE : EndHandle.STOP,
                next,
                flow(type, queue));
        return random.nextInt(3) == 0
                ? campaign.withOptions(CampaignOptions.DEFAULT.withCompliance(compliance()))
                : campaign;
    }

    private Compliance compliance() {
        var message = random.nextBoolean() ? "Nobody is free." : "";
        int after = 500 + random.nextInt(5_000);
        return new Compliance(
                        message,
                        after,
                        random.nextInt(3),
                        random.nextBoolean(),
                        random.nextInt(2) * 40_000,
                        Json.Obj.EMPTY)
                .withWaits(after % 2 == 0, FROM[after % FROM.length]);
    }

    private int level() {
        return LEVELS[random.nextInt(LEVELS.length)];
    }

    private List<Action> flow(CampaignType type, int queue) {
        var actions = new ArrayList<Action>();
        actions.add(action("answer"));
        if (type == CampaignType.FLOW) {
            actions.add(EngineRig.sleep(Duration.ofSeconds(random.nextInt(5))));
            return actions;
        }
        switch (random.nextInt(6)) {
            case 0 -> actions.add(action("talk"));
            case 1 -> actions.add(EngineRig.sleep(Duration.ofSeconds(random.nextInt(8))));
            case 2 -> actions.add(EngineRig.queueJoin(queue == 40 ? 41 : 40));
            case 3 -> actions.add(action("hangup"));
            default -> {}
        }
        return actions;
    }

    private RetryRules retryRules() {
        var byCause = new EnumMap<RetryCause, RetryRule>(RetryCause.class);
        for (var cause : RetryCause.values()) {
            if (random.nextInt(3) == 0) {
                byCause.put(
                        cause,
                        new RetryRule(
                                random.nextBoolean() ? null : (long) random.nextInt(60_000),
                                cause == RetryCause.CONGESTION ? 0 : random.nextInt(3),
                                cause == RetryCause.CONGESTION || random.nextBoolean()
                                        ? RetryThen.NEXT_DESTINATION
                                        : RetryThen.NEVER));
            }
        }
        return new RetryRules(byCause, random.nextInt(4));
    }

    private Outplan outplan(int number) {
        Integer[] tries = {1 + random.nextInt(3), random.nextInt(3), random.nextInt(2)};
        var plan = EngineRig.outplan(number, random.nextInt(60_000), tries);
        return new Outplan(
                plan.id(),
                plan.name(),
                plan.detail(),
                plan.source(),
                random.nextInt(4) * 20_000L,
                plan.tryInterval(),
                plan.maxTryCounts(),
                random.nextInt(3) == 0 ? retryRules() : RetryRules.NONE,
                plan.stamps(),
                plan.unknown());
    }

    /** From a few numbers only, so that lists share them, in whatever form each is written. */
    private Address address() {
        var text = FORMS.get(++written % FORMS.size()).formatted(random.nextInt(40));
        return NUMBERS.read(text).dialed().orElseThrow().writtenAs(text);
    }

    private void addTarget(int list) {
        var addresses = new ArrayList<Address>();
        int set = random.nextInt(4);
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            addresses.add(i < set ? address() : null);
        }
        floor.rig.targets.add(EngineRig.target(list, ++targets, addresses));
    }

    void give() {
        var campaign = id(1 + random.nextInt(CAMPAIGNS));
        switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> start(campaign);
            case 7 -> {
                if (random.nextInt(3) == 0) {
                    floor.order(new RunningHeld());
                    floor.runningHeld = true;
                    floor.holdRunning();
                }
            }
            case 4, 5 -> {
                floor.order(new CampaignStopped(campaign, STOPS.get(random.nextInt(STOPS.size()))));
                floor.held.remove(campaign);
            }
            case 6 ->
                floor.lines.keySet().stream()
                        .skip(floor.lines.isEmpty() ? 0 : random.nextInt(floor.lines.size()))
                        .findFirst()
                        .ifPresent(call -> floor.order(new HangUpOrdered(call)));
            default -> orderAgent();
        }
    }

    private void orderAgent() {
        var idle = floor.idleAgents();
        if (!idle.isEmpty()) {
            var agent = idle.get(random.nextInt(idle.size()));
            var status = random.nextBoolean() ? AgentStatus.AVAILABLE : AgentStatus.AWAY;
            if (floor.linkUp) {
                floor.agents.put(agent, status);
            }
            floor.order(new AgentOrdered(agent, status, AwayReason.BREAK));
        }
    }

    boolean start(java.util.UUID campaign) {
        var check = new StartCheck(floor.rig.store.book, () -> floor.rig.capabilities)
                .check(floor.rig.store.book.campaign(campaign));
        boolean allowed = check.stream().noneMatch(Problem::isError);
        if (allowed) {
            floor.held.remove(campaign);
            floor.runningHeld = false;
            floor.refusedInRow.put(campaign, 0);
        }
        floor.order(new CampaignStarted(campaign));
        return allowed;
    }

    void edit() {
        boolean reopen = random.nextBoolean();
        switch (random.nextInt(6)) {
            case 0, 1 -> floor.order(new Edited(outplan(20 + random.nextInt(2)), reopen));
            case 2 -> floor.order(new Edited(campaign(1 + random.nextInt(CAMPAIGNS)), reopen));
            case 3 -> {
                var campaign = floor.rig.store.book.campaign(id(1 + random.nextInt(CAMPAIGNS)));
                floor.order(new Edited(campaign.withServiceLevel(level()), false));
            }
            case 4 -> {
                int agent = 51 + random.nextInt(7);
                var edited = random.nextBoolean() ? EngineRig.agent(agent, 40, 41) : EngineRig.agent(agent, 40);
                floor.agents.putIfAbsent(edited.id(), AgentStatus.OFFLINE);
                floor.order(new Edited(edited, false));
            }
            default -> {
                var queue = EngineRig.queue(40 + random.nextInt(2));
                boolean delete = random.nextInt(3) == 0;
                floor.order(new Edited(
                        delete ? queue.withStamps(queue.stamps().deletedAt(EngineRig.START)) : queue, false));
            }
        }
    }

    void changeTargets() {
        int list = 30 + random.nextInt(LISTS);
        if (random.nextInt(3) > 0) {
            addTarget(list);
        } else {
            var of = floor.rig.store.targets.values().stream()
                    .filter(target -> target.outdialId().equals(id(list)))
                    .toList();
            if (!of.isEmpty()) {
                changeAddress(of.get(random.nextInt(of.size())));
            }
        }
        floor.rig.happens(new TargetsChanged(id(list)));
    }

    private void changeAddress(OutdialTarget target) {
        boolean allowed = target.status() != TargetStatus.PROGRESSING;
        int slot = random.nextInt(2);
        var destinations = new ArrayList<>(target.destinations());
        var address = address();
        var before = destinations.get(slot);
        boolean other = before == null || !address.dialKey().equals(before.dialKey());
        destinations.set(slot, address);
        floor.rig.targets.readdress(target, destinations);
        if (allowed && other) {
            floor.readdressed(target.id(), slot);
        }
    }

    void changeLimits() {
        floor.rig.limits = new LineLimits(
                2 + random.nextInt(20), RATES.get(random.nextInt(RATES.size())), GAPS.get(random.nextInt(GAPS.size())));
        floor.rig.happens(new LimitsChanged(floor.rig.limits));
    }

    /** A second snapshot without a loss in between. */
    void restartLink() {
        if (floor.linkUp) {
            floor.comeUp();
        }
    }
}
