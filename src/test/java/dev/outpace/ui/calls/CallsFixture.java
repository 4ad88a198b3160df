package dev.outpace.ui.calls;

import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.FakeSource;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.control.TableView;

/** The screen over the calls of a morning; seconds pass when a test says so. */
public final class CallsFixture {

    static final UUID QUEUE = Facts.id(501);
    static final UUID AGENT = Facts.id(502);
    static final List<Campaign> CAMPAIGNS = List.of(
            Facts.campaign(511, "Spring renewal 2026", QUEUE, Facts.id(503), Facts.id(504)),
            Facts.campaign(512, "Welcome calls", QUEUE, Facts.id(503), Facts.id(504)));

    final Texts texts = new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
    final History history = History.morning(CAMPAIGNS, QUEUE, AGENT);
    final FakeSource source = new FakeSource()
            .with(CAMPAIGNS.toArray(Campaign[]::new))
            .with(
                    Facts.queue(501, "Renewals"),
                    Facts.agent(502, "Aiko Tanaka", QUEUE),
                    Facts.outdial(503, "Home policies Q2"),
                    Facts.outplan(504, "Daytime, six attempts"));
    final List<CampaignCall> hungUp = new ArrayList<>();
    final List<CampaignCall> neverCalled = new ArrayList<>();
    final FakeSound player = new FakeSound();
    SoundPlayer.Maker players = _ -> player;
    final ToastLayer toasts = new ToastLayer("Close");
    final Tasks tasks;
    private final Pulse pulse;
    final LiveWorkspace live;
    private final ArrayDeque<Runnable> beats = new ArrayDeque<>();
    private Instant now = Facts.NOW;

    CallsFixture() {
        history.inProgress().forEach(source::withCall);
        pulse = new Pulse(Runnable::run, millis -> beats::add);
        tasks = new Tasks(Runnable::run, Runnable::run, pulse, failure -> {
            throw new AssertionError(failure);
        });
        InstantSource time = () -> now;
        live = new LiveWorkspace(source, pulse, tasks, texts, time.withZone(ZoneOffset.UTC));
    }

    /** A second passes, and what was told is shown. */
    void beat() {
        now = now.plusSeconds(1);
        for (int waiting = beats.size(); waiting > 0; waiting--) {
            beats.remove().run();
        }
    }

    CallsScreen screen() {
        return new CallsScreen(
                texts,
                history,
                live,
                tasks,
                new CallDetailController.Orders(hungUp::add, ListenOrders.NONE, campaign -> {}, neverCalled::add),
                sounds());
    }

    RecordingList.Parts sounds() {
        return new RecordingList.Parts(
                texts, tasks, pulse, toasts, FileChoice.ofPlatform(), sound -> players.make(sound));
    }

    /** With the life of the newest call that ended well. */
    public static Parent build() {
        var fixture = new CallsFixture();
        var call = fixture.history.newestSuccess();
        fixture.history.tellLife(call, QUEUE, AGENT);
        var screen = fixture.screen();
        screen.onShow();
        var table = (TableView<?>) screen.node().lookup(".table-view");
        int index = 0;
        while (!(table.getItems().get(index) instanceof CallLine line
                && line.call().equals(call))) {
            index++;
        }
        table.getSelectionModel().select(index);
        return screen.node();
    }
}
