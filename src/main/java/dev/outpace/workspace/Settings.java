package dev.outpace.workspace;

import dev.outpace.engine.EngineInput.LimitsChanged;
import dev.outpace.engine.EngineThread;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.store.Store;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.telephony.simulated.WorldSettings;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The settings of the workspace. */
public final class Settings {
    private final Store store;
    private final NumberRegion region;
    private final SettingsText text;
    private final WorkspaceNews feed;
    private final EngineThread engine;
    private volatile WorkspaceSettings workspace;
    private volatile WorldSettings world;
    /** Engine thread only. */
    private @Nullable SimulatedTelephony telephony;

    Settings(Store store, NumberRegion region, JsonText json, WorkspaceNews feed, EngineThread engine) {
        this.store = store;
        this.region = region;
        this.text = new SettingsText(json);
        this.feed = feed;
        this.engine = engine;
        workspace = store.setting(SettingsText.WORKSPACE)
                .join()
                .map(text::readWorkspace)
                .orElse(WorkspaceSettings.DEFAULT);
        world = store.setting(SettingsText.WORLD).join().map(text::readWorld).orElse(WorldSettings.DEFAULT);
    }

    void attach(SimulatedTelephony simulated) {
        telephony = simulated;
    }

    public WorkspaceSettings workspace() {
        return workspace;
    }

    WorldSettings world() {
        return world;
    }

    public CompletableFuture<Answer> save(WorkspaceSettings changed) {
        var problems = changed.problems();
        if (!problems.isEmpty()) {
            return CompletableFuture.completedFuture(new Answer.Refused(problems));
        }
        return store.saveSetting(SettingsText.WORKSPACE, text.write(changed)).thenApply(_ -> {
            workspace = changed;
            engine.accept(new LimitsChanged(changed.lines()));
            feed.settingsChanged(changed);
            return new Answer.Done(List.of());
        });
    }

    /** Two letters: where a number without a country code is from; empty where such numbers are refused. */
    public String numberRegion() {
        return region.get();
    }

    /** @param changed one of {@link TargetImports#regions}, or empty */
    public CompletableFuture<Answer> saveNumberRegion(String changed) {
        return region.set(changed).thenApply(_ -> new Answer.Done(List.of()));
    }

    /** How the simulated telephony behaves, as values of a form. */
    public SimulatedWorld simulatedWorld() {
        return SimulatedWorld.of(world);
    }

    /** What is wrong with these values; places are paths such as {@code dial.answered}. */
    public List<Problem> check(SimulatedWorld changed) {
        return changed.applyTo(world).problems();
    }

    public CompletableFuture<Answer> save(SimulatedWorld changed) {
        var settings = changed.applyTo(world);
        var problems = settings.problems();
        if (!problems.isEmpty()) {
            return CompletableFuture.completedFuture(new Answer.Refused(problems));
        }
        return store.saveSetting(SettingsText.WORLD, text.write(settings)).thenApply(_ -> {
            world = settings;
            engine.handIn(() -> {
                if (telephony != null) {
                    telephony.settings(settings);
                }
            });
            return new Answer.Done(List.of());
        });
    }
}
