package dev.outpace.ui.campaign;

import dev.outpace.model.Address;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
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
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetBar;
import dev.outpace.model.TargetCounts;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveSource;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.WorkspaceListener;
import dev.outpace.workspace.WorkspaceSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A running campaign made of told facts and moments; its time moves only when told. */
final class Preview {
    static final Instant NOW = Instant.parse("2026-05-12T10:42:18Z");
    static final UUID CAMPAIGN = new UUID(1, 1);
    private static final UUID QUEUE = new UUID(1, 2);

    final Texts texts = new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
    private final ArrayDeque<Runnable> later = new ArrayDeque<>();
    final Pulse pulse = new Pulse(Runnable::run, _ -> later::add);
    final Tasks tasks = new Tasks(Runnable::run, Runnable::run, pulse, _ -> {});
    final ResourceBook book = new ResourceBook();
    final LiveWorkspace live;
    private @Nullable WorkspaceListener listener;

    Preview() {
        book.put(new Queue(
                QUEUE, "Renewals", "", "random", List.of(), Ids.NIL, 0, 0, Stamps.createdAt(NOW), Json.Obj.EMPTY));
        book.put(campaign());
        live = new LiveWorkspace(source(), pulse, tasks, texts, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Campaign campaign() {
        return new Campaign(
                CAMPAIGN,
                CampaignType.CALL,
                "Spring renewal 2026",
                "Home policies, June",
                CampaignStatus.RUN,
                100,
                EndHandle.STOP,
                List.of(),
                Ids.NIL,
                Ids.NIL,
                QUEUE,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    private LiveSource source() {
        return new LiveSource() {
            @Override
            public void listen(WorkspaceListener told) {
                listener = told;
            }

            @Override
            public void forget(WorkspaceListener told) {
                listener = null;
            }

            @Override
            public ResourceBook resourceBook() {
                return book;
            }

            @Override
            public WorkspaceSettings settings() {
                return WorkspaceSettings.DEFAULT;
            }

            @Override
            public CompletableFuture<List<CampaignCall>> callsInProgress() {
                return CompletableFuture.completedFuture(List.of());
            }

            @Override
            public CompletableFuture<Map<UUID, CallCounts>> windowCounts(Instant from) {
                return CompletableFuture.completedFuture(
                        Map.of(CAMPAIGN, new CallCounts(1_980, 4_338, 45, 2_160, 0, 0)));
            }

            @Override
            public CompletableFuture<TargetBar> targets(UUID outdialId) {
                return CompletableFuture.completedFuture(new TargetBar(52_703, 101_465, 38, 94_104, 0));
            }

            @Override
            public List<Problem> startProblems(UUID campaignId) {
                return List.of();
            }
        };
    }

    CampaignRow row() {
        return Objects.requireNonNull(live.campaign(CAMPAIGN));
    }

    WorkspaceListener listener() {
        return Objects.requireNonNull(listener);
    }

    /** Works off what waits for the pulse. */
    void beat() {
        for (int left = later.size(); left > 0; left--) {
            later.remove().run();
        }
    }

    void tell(int available, int dialing) {
        var snapshot = new PacingSnapshot(NOW, CAMPAIGN, QUEUE, available, 1, dialing, dialing, 100);
        boolean launched = available > dialing;
        var decision = launched
                ? new PacingDecision(true, DecisionReason.DIALING, snapshot, Ids.NIL, Ids.NIL, 0, null, null)
                : PacingDecision.hold(DecisionReason.WAITING_FOR_AGENT, snapshot, 0, null);
        listener().decided(decision);
        listener()
                .campaignMoved(new CampaignMoment(
                        CAMPAIGN,
                        CampaignStatus.RUN,
                        null,
                        NOW.minusSeconds(9_720),
                        snapshot,
                        available,
                        48,
                        0,
                        1,
                        2,
                        27,
                        new CallCounts(1_980, 4_338, 45, 2_160, 0, 0),
                        new TargetCounts(154_168, 94_142, 0),
                        decision));
        beat();
    }

    void tellCall(int number, CallStatus status) {
        var call = new CampaignCall(
                new UUID(7, number),
                CAMPAIGN,
                Ids.NIL,
                Ids.NIL,
                new UUID(8, number),
                QUEUE,
                CampaignType.CALL,
                "Ilse Hartmann",
                null,
                Address.tel("+1212555010" + number),
                0,
                1,
                status,
                CallResult.NONE,
                null,
                NOW.minusSeconds(7L * number),
                status == CallStatus.PROGRESSING ? NOW.minusSeconds(3L * number) : null,
                null,
                null,
                null,
                Ids.NIL);
        listener().callChanged(call);
        beat();
    }

    /** A picture like that of a running day. */
    static Preview running() {
        var preview = new Preview();
        var row = preview.row();
        for (int second = 900; second > 0; second--) {
            double available = 14 + Math.round(7 * Math.sin(second / 40.0) + 3 * Math.sin(second / 7.0));
            row.lastHour()
                    .add(NOW.minusSeconds(second).toEpochMilli(), available, available, Math.max(0, available - 3));
        }
        preview.tell(12, 12);
        preview.tell(12, 8);
        for (int number = 1; number <= 6; number++) {
            preview.tellCall(number, number <= 2 ? CallStatus.DIALING : CallStatus.PROGRESSING);
        }
        return preview;
    }
}
