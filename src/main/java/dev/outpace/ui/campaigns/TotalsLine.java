package dev.outpace.ui.campaigns;

import dev.outpace.ui.controls.Gauge;
import dev.outpace.ui.controls.KpiTile;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.Totals;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.WorkspaceSettings;
import java.util.List;
import javafx.scene.layout.Region;

/** The figures over all campaigns. */
final class TotalsLine {
    private final Texts texts;
    private final KpiTile dialing = tile();
    private final KpiTile inProgress = tile();
    private final KpiTile available = tile();
    private final KpiTile perMinute = tile();
    private final KpiTile answer = tile();
    private final KpiTile abandon = tile();

    TotalsLine(Texts texts) {
        this.texts = texts;
        dialing.setName(texts.get("campaigns.total.dialing"));
        inProgress.setName(texts.get("campaigns.total.inProgress"));
        available.setName(texts.get("campaigns.total.available"));
        perMinute.setName(texts.get("campaigns.total.perMinute"));
        abandon.getStyleClass().add("last");
    }

    private static KpiTile tile() {
        var tile = new KpiTile();
        tile.getStyleClass().addAll("plain", "compact");
        tile.setMinWidth(Region.USE_PREF_SIZE);
        return tile;
    }

    List<KpiTile> tiles() {
        return List.of(dialing, inProgress, available, perMinute, answer, abandon);
    }

    void show(Totals totals, WorkspaceSettings settings) {
        dialing.setValue(texts.number(totals.dialing()));
        inProgress.setValue(texts.number(totals.inProgress()));
        available.setValue(texts.number(totals.available()));
        available.setSuffix(texts.get("campaigns.total.signedIn", texts.number(totals.agents())));
        perMinute.setValue(texts.number(totals.callsPerMinute()));
        var window = settings.abandonWindowHours() == 0
                ? texts.get("campaigns.window.today")
                : texts.get("campaigns.window.hours", settings.abandonWindowHours());
        answer.setName(texts.get("campaigns.total.answer", window));
        answer.setValue(texts.percent(Totals.answerRate(totals.window()), 1));
        double rate = Totals.abandonRate(totals.window());
        double limit = settings.abandonLimit() * 100;
        var tone = Gauge.toneOf(rate, limit);
        abandon.setName(texts.get("campaigns.total.abandon", window));
        abandon.setValue(texts.percent(rate, 1));
        abandon.setTone(tone == Tone.DANGER || tone == Tone.WARNING ? tone : Tone.DEFAULT);
        abandon.setSuffix(texts.get(
                tone == Tone.DANGER ? "campaigns.limit.over" : "campaigns.limit",
                texts.percent(limit, limit == Math.rint(limit) ? 0 : 1)));
    }
}
