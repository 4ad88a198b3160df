package dev.outpace.ui.campaigns;

import dev.outpace.model.Action;
import dev.outpace.model.CallCounts;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.campaign.CampaignOrders;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.FakeSource;
import dev.outpace.ui.live.HandCrankedFx;
import dev.outpace.ui.live.LiveWorkspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Campaigns of every shape as they are at a moment of a busy day: told facts over a workspace that has the resources. */
final class CampaignsPreview {
    private static final int QUEUE = 100;
    private static final int OUTPLAN = 200;
    private static final int LIST = 300;

    final UiRig rig = new UiRig(
            Facts.queue(QUEUE + 1, "Renewals"),
            Facts.queue(QUEUE + 2, "Front desk"),
            Facts.queue(QUEUE + 3, "Onboarding"),
            Facts.outplan(OUTPLAN, "Daytime, six attempts"),
            Facts.outdial(LIST + 1, "Home policies Q2"));
    private final FakeSource source = new FakeSource();
    private final List<CampaignMoment> moments = new ArrayList<>();
    private final Map<UUID, Integer> rates = new HashMap<>();
    private final HandCrankedFx fx = new HandCrankedFx();
    private Instant now = Facts.NOW.minusSeconds(300);
    final LiveWorkspace live;

    /** What one campaign of the picture is like. */
    private record Shape(
            String name,
            String detail,
            CampaignType type,
            CampaignStatus status,
            int queue,
            DecisionReason reason,
            int dialing,
            int allowed,
            int available,
            int agents,
            TargetCounts targets,
            CallCounts window,
            int rate) {}

    private static CallCounts window(int ended, double answer, double abandon) {
        long answered = Math.round(ended * answer / 100);
        return new CallCounts(answered, ended - answered, Math.round(answered * abandon / 100), answered, 0, 0);
    }

    private static TargetCounts targets(int percent, long left) {
        return new TargetCounts(left * percent / (100 - percent), left, 0);
    }

    CampaignsPreview() {
        int number = 0;
        for (var shape : shapes()) {
            add(++number, shape);
        }
        var known = rig.workspace.resourceBook();
        known.queues().forEach(source::with);
        known.outplans().forEach(source::with);
        known.outdials().forEach(source::with);
        var pulse = fx.pulse();
        live = new LiveWorkspace(source, pulse, fx.tasks(pulse), rig.texts, clock());
        for (int second = 0; second < 300; second++) {
            now = now.plusSeconds(1);
            tell(second);
            fx.pass(1_000);
        }
    }

    private static List<Shape> shapes() {
        var call = CampaignType.CALL;
        var run = CampaignStatus.RUN;
        var stop = CampaignStatus.STOP;
        return List.of(
                new Shape(
                        "Spring renewal 2026",
                        "Home policies, June",
                        call,
                        run,
                        1,
                        DecisionReason.DIALING,
                        8,
                        12,
                        12,
                        48,
                        targets(62, 94_104),
                        window(6_318, 34.2, 2.1),
                        41),
                new Shape(
                        "Payment reminder",
                        "Automated, press 1 to pay",
                        call,
                        run,
                        0,
                        DecisionReason.DIALING_WITHOUT_RULE,
                        24,
                        0,
                        24,
                        0,
                        targets(88, 4_912),
                        window(3_000, 41.7, 0),
                        58),
                new Shape(
                        "Clinic appointments",
                        "Confirm tomorrow's visit",
                        call,
                        run,
                        2,
                        DecisionReason.WAITING_FOR_AGENT,
                        5,
                        5,
                        3,
                        14,
                        targets(71, 1_266),
                        window(2_000, 52.8, 3.4),
                        19),
                new Shape(
                        "Customer survey May",
                        "Shares its queue",
                        call,
                        CampaignStatus.STOPPING,
                        3,
                        DecisionReason.STOP_ASKED,
                        0,
                        5,
                        4,
                        16,
                        targets(47, 6_310),
                        window(2_000, 29.5, 1.2),
                        0),
                new Shape(
                        "Welcome calls",
                        "New customers, day 3",
                        call,
                        run,
                        3,
                        DecisionReason.WAITING_FOR_AGENT,
                        4,
                        4,
                        5,
                        18,
                        targets(35, 2_087),
                        window(2_000, 46.1, 2.7),
                        14),
                new Shape(
                        "Fraud alert callback",
                        "Confirm blocked cards",
                        call,
                        run,
                        2,
                        DecisionReason.NO_AGENT_AVAILABLE,
                        0,
                        0,
                        0,
                        9,
                        targets(12, 418),
                        window(1_000, 61.3, 0.8),
                        0),
                new Shape(
                        "CRM data refresh",
                        "Updates records, no calls",
                        CampaignType.FLOW,
                        run,
                        0,
                        DecisionReason.FLOW_STARTED,
                        10,
                        0,
                        0,
                        0,
                        targets(54, 21_480),
                        CallCounts.NONE,
                        0),
                new Shape(
                        "Energy tariff switch",
                        "On hold until June prices",
                        call,
                        stop,
                        1,
                        DecisionReason.STOPPED,
                        0,
                        7,
                        7,
                        22,
                        targets(34, 31_870),
                        window(500, 27.9, 1.9),
                        0),
                new Shape(
                        "Heater recall notice",
                        "Starts after Welcome calls",
                        call,
                        stop,
                        3,
                        DecisionReason.STOPPED,
                        0,
                        5,
                        5,
                        18,
                        targets(0, 12_440),
                        CallCounts.NONE,
                        0));
    }

    private void add(int number, Shape shape) {
        var id = Facts.id(number);
        var queue = shape.queue() == 0 ? Ids.NIL : Facts.id(QUEUE + shape.queue());
        var list = Facts.id(LIST + number);
        var campaign = new Campaign(
                id,
                shape.type(),
                shape.name(),
                shape.detail(),
                shape.status(),
                100,
                EndHandle.STOP,
                List.of(new Action(Ids.NIL, Ids.NIL, "answer", null, Json.Obj.EMPTY)),
                Facts.id(OUTPLAN),
                list,
                queue,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.createdAt(Facts.NOW.minusSeconds(number)),
                Json.Obj.EMPTY);
        if (number > 1) {
            rig.store(Facts.outdial(LIST + number, "List of " + shape.name()));
        }
        rig.store(campaign);
        source.with(campaign).withCounts(id, shape.window());
        rates.put(id, shape.rate());
        boolean paced = shape.type() == CampaignType.CALL && shape.queue() != 0;
        var snapshot =
                new PacingSnapshot(Facts.NOW, id, queue, shape.available(), 0, shape.dialing(), shape.dialing(), 100);
        var decision = PacingDecision.hold(shape.reason(), snapshot, 6, null);
        moments.add(new CampaignMoment(
                id,
                shape.status(),
                null,
                Instant.parse("2026-05-12T08:00:00Z"),
                snapshot,
                paced ? (Integer) shape.allowed() : null,
                shape.agents(),
                0,
                0,
                0,
                shape.status() == CampaignStatus.STOP ? 0 : shape.status() == CampaignStatus.STOPPING ? 6 : 27,
                shape.window(),
                shape.targets(),
                decision));
    }

    private void tell(int second) {
        for (var moment : moments) {
            int rate = Objects.requireNonNull(rates.get(moment.campaignId()));
            double calls = rate * (1 + 0.3 * Math.sin(second / 9.0) + 0.2 * Math.sin(second / 2.7)) / 60;
            for (int i = 0; i < Math.round(calls * (second + 1)) - Math.round(calls * second); i++) {
                var launch = new PacingDecision(
                        true, DecisionReason.DIALING, moment.snapshot(), Ids.NIL, Ids.NIL, 0, null, null);
                source.tell(listener -> listener.decided(launch));
            }
            int wave = second == 299 ? 0 : (int) Math.round(5 * Math.sin(second / 30.0) + 3 * Math.sin(second / 5.0));
            var now = moved(moment, moment.status() == CampaignStatus.RUN ? wave : 0);
            source.tell(listener -> listener.campaignMoved(now));
        }
    }

    private static CampaignMoment moved(CampaignMoment moment, int by) {
        var then = moment.snapshot();
        int available = Math.max(0, then.available() + by);
        int dialing = Math.max(0, Math.min(then.dialing() + by, available));
        var snapshot = by == 0
                ? then
                : new PacingSnapshot(then.at(), then.campaignId(), then.queueId(), available, 0, dialing, dialing, 100);
        return new CampaignMoment(
                moment.campaignId(),
                moment.status(),
                moment.stopReason(),
                moment.startedAt(),
                snapshot,
                moment.allowed() == null ? null : by == 0 ? moment.allowed() : (Integer) available,
                moment.agents(),
                0,
                0,
                0,
                moment.talking(),
                moment.calls(),
                moment.targets(),
                moment.decision());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    CampaignRow row(int number) {
        return Objects.requireNonNull(live.campaign(Facts.id(number)));
    }

    CampaignsScreen.Parts parts() {
        return parts(rig, live, FileChoice.ofPlatform(), row -> {});
    }

    static CampaignsScreen.Parts parts(UiRig rig, LiveWorkspace live, FileChoice files, Consumer<CampaignRow> open) {
        var orders = new CampaignOrders(rig.workspace.campaigns(), rig.tasks, rig.dialogs, rig.toasts, rig.texts);
        return new CampaignsScreen.Parts(
                rig.texts, rig.workspace, live, rig.tasks, rig.dialogs, rig.toasts, orders, files, open, open);
    }
}
