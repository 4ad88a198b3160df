package dev.outpace.ui.whatif;

import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.FakeSource;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import javafx.scene.Parent;

/** The screen over the figures of the design; everything happens at once, and answers when a test says so. */
public final class WhatIfFixture {
    static final Campaign CALLS =
            Facts.campaign(611, "Energy tariff switch", Facts.id(601), Facts.id(603), Facts.id(604));
    static final Campaign FLOW = Facts.campaign(612, "Without agents", Ids.NIL, Facts.id(603), Facts.id(604));

    final Texts texts = new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
    final FakeLab lab = new FakeLab();
    final Pulse pulse = new Pulse(Runnable::run, millis -> Runnable::run);
    final Tasks tasks = new Tasks(Runnable::run, Runnable::run, pulse, failure -> {
        throw new AssertionError(failure);
    });
    final LiveWorkspace live;

    WhatIfFixture() {
        var source = new FakeSource()
                .with(CALLS, FLOW)
                .with(
                        Facts.queue(601, "Renewals"),
                        Facts.agent(602, "Aiko Tanaka", Facts.id(601)),
                        Facts.outdial(603, "Home policies Q2"),
                        Facts.outplan(604, "Daytime, six attempts"));
        live = new LiveWorkspace(
                source,
                new Pulse(Runnable::run, millis -> task -> {}),
                tasks,
                texts,
                Clock.fixed(Facts.NOW, ZoneOffset.UTC));
    }

    CampaignRow row(Campaign campaign) {
        return Objects.requireNonNull(live.campaign(campaign.id()));
    }

    WhatIfScreen screen() {
        return new WhatIfScreen(
                new WhatIfScreen.Parts(
                        texts, live, tasks, pulse, new DialogLayer(), new ToastLayer(""), FileChoice.ofPlatform()),
                lab);
    }

    /** Makes the controller of a part of the screen. */
    interface Part {
        Object of(WhatIfModel model, WhatIfForm form, WhatIfOrders orders);
    }

    /** A part of the screen alone, after a simulation of a campaign. */
    Parent part(Part made) {
        var form = new WhatIfForm(texts);
        var model = new WhatIfModel(lab, tasks, pulse, form);
        var orders =
                new WhatIfOrders(texts, lab, tasks, new DialogLayer(), new ToastLayer(""), FileChoice.ofPlatform());
        var node = new Views(texts).load(made.of(model, form, orders));
        model.open(row(CALLS));
        lab.answerLast();
        return node;
    }

    public static Parent build() {
        var fixture = new WhatIfFixture();
        var screen = fixture.screen();
        screen.onShow();
        screen.open(fixture.row(CALLS));
        fixture.lab.answerLast();
        return screen.node();
    }
}
