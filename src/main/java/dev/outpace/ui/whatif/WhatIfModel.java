package dev.outpace.ui.whatif;

import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfQuestion;
import dev.outpace.whatif.WhatIfRun;
import dev.outpace.whatif.WhatIfSetting;
import dev.outpace.whatif.WhatIfStart;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the screen is about: a campaign, the question about it, the simulation under way and the latest answer. */
final class WhatIfModel {
    private final WhatIfSource source;
    private final Tasks tasks;
    private final Pulse pulse;
    private final WhatIfForm form;
    private final ReadOnlyObjectWrapper<@Nullable CampaignRow> campaign = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable WhatIfStart> start = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable WhatIfAnswer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.NO_CAMPAIGN);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private @Nullable WhatIfRun running;

    enum Standing {
        NO_CAMPAIGN,
        /** Its values are being read. */
        READING,
        /** No queue, or type flow. */
        NO_RULE,
        /** There is a question, perhaps an answer. */
        READY,
        RUNNING
    }

    WhatIfModel(WhatIfSource source, Tasks tasks, Pulse pulse, WhatIfForm form) {
        this.source = source;
        this.tasks = tasks;
        this.pulse = pulse;
        this.form = form;
        form.editsProperty().subscribe((before, now) -> changed.set(answer.get() != null));
    }

    ReadOnlyObjectProperty<@Nullable CampaignRow> campaignProperty() {
        return campaign.getReadOnlyProperty();
    }

    @Nullable
    CampaignRow campaign() {
        return campaign.get();
    }

    /** Where the values of the form come from; null before they are read. */
    ReadOnlyObjectProperty<@Nullable WhatIfStart> startProperty() {
        return start.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable WhatIfAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    @Nullable
    WhatIfAnswer answer() {
        return answer.get();
    }

    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    Standing standing() {
        return standing.get();
    }

    /** Whether there are values to ask about, though they may be read anew just now. */
    boolean hasQuestion() {
        return switch (standing.get()) {
            case NO_CAMPAIGN, NO_RULE -> false;
            case READING -> start.get() != null;
            case READY, RUNNING -> true;
        };
    }

    /** Of the simulation under way, from 0 to 1; -1 while it looks which settings are worth it. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether the form was edited since the answer. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Takes the values of a campaign; what was asked about another is gone. */
    void choose(@Nullable CampaignRow row) {
        if (row != null && row.equals(campaign.get()) && standing.get() != Standing.NO_RULE) {
            return;
        }
        cancel();
        campaign.set(row);
        answer.set(null);
        start.set(null);
        if (row == null) {
            standing.set(Standing.NO_CAMPAIGN);
        } else {
            read(row, () -> {});
        }
    }

    /** Takes the values of the campaign anew. */
    void refresh() {
        var row = campaign.get();
        if (row != null && standing.get() != Standing.RUNNING) {
            read(row, () -> {});
        }
    }

    /** Chooses a campaign and simulates it with its own values of now. */
    void open(CampaignRow row) {
        cancel();
        if (!row.equals(campaign.get())) {
            answer.set(null);
        }
        campaign.set(row);
        read(row, this::run);
    }

    private void read(CampaignRow row, Runnable then) {
        standing.set(Standing.READING);
        tasks.onFx(
                source.start(row.id()),
                read -> {
                    if (row.equals(campaign.get()) && standing.get() == Standing.READING) {
                        take(read, then);
                    }
                },
                failure -> standing.set(Standing.NO_RULE));
    }

    private void take(Optional<WhatIfStart> read, Runnable then) {
        if (read.isEmpty()) {
            start.set(null);
            answer.set(null);
            standing.set(Standing.NO_RULE);
            return;
        }
        form.fill(read.get().question());
        start.set(read.get());
        standing.set(Standing.READY);
        then.run();
    }

    /** Simulates what is typed, unless something in it is wrong. */
    void run() {
        if (standing.get() != Standing.READY) {
            return;
        }
        form.question().ifPresent(this::ask);
    }

    private void ask(WhatIfQuestion question) {
        progress.set(-1);
        standing.set(Standing.RUNNING);
        var asked = source.ask(question, (runs, of) -> pulse.put(this, () -> progress.set((double) runs / of)));
        running = asked;
        tasks.onFx(asked.answer(), result -> end(asked, result), failure -> end(asked, Optional.empty()));
    }

    private void end(WhatIfRun asked, Optional<WhatIfAnswer> result) {
        if (!asked.equals(running)) {
            return;
        }
        running = null;
        standing.set(Standing.READY);
        if (result.isPresent()) {
            answer.set(result.get());
            changed.set(false);
        }
    }

    /** Stops the simulation under way; the answer before stays. */
    void cancel() {
        var asked = running;
        if (asked != null) {
            asked.cancel().run();
            end(asked, Optional.empty());
        }
    }

    /** What the answer advises and the campaign does not do yet. */
    Optional<WhatIfSetting> applicable() {
        var row = campaign.get();
        var latest = answer.get();
        return row == null || latest == null
                ? Optional.empty()
                : latest.best()
                        .map(WhatIfAnswer.Point::setting)
                        .filter(setting -> !setting.equals(WhatIfSetting.of(row.campaign())));
    }
}
