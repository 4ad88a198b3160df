package dev.outpace.ui.settings;

import dev.outpace.model.Problem;
import dev.outpace.workspace.SimulatedWorld;
import dev.outpace.workspace.WorkspaceSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The settings as they are being edited: what was typed, what differs from what is saved, and what is wrong. */
final class SettingsDraft {
    private final Function<SimulatedWorld, List<Problem>> worldCheck;
    private final Map<SettingField, String> typed = new EnumMap<>(SettingField.class);
    private SettingField.Values saved;
    private int windowHours;
    private String region = "";

    SettingsDraft(SettingField.Values saved, Function<SimulatedWorld, List<Problem>> worldCheck) {
        this.saved = saved;
        this.worldCheck = worldCheck;
        revert();
    }

    /** Throws away what was typed. */
    void revert() {
        for (var entry : SettingField.values()) {
            typed.put(entry, entry.show(saved));
        }
        windowHours = saved.settings().abandonWindowHours();
        region = saved.region();
    }

    /** What is saved has changed, here or elsewhere: untouched entries follow. */
    void saved(SettingField.Values now) {
        var changed = changes();
        boolean windowChanged = isWindowChanged();
        boolean regionChanged = isRegionChanged();
        saved = now;
        for (var entry : SettingField.values()) {
            if (!changed.contains(entry)) {
                typed.put(entry, entry.show(now));
            }
        }
        if (!windowChanged) {
            windowHours = now.settings().abandonWindowHours();
        }
        if (!regionChanged) {
            region = now.region();
        }
    }

    void type(SettingField entry, String text) {
        typed.put(entry, text);
    }

    String text(SettingField entry) {
        return Objects.requireNonNull(typed.get(entry));
    }

    String savedText(SettingField entry) {
        return entry.show(saved);
    }

    void setWindowHours(int hours) {
        windowHours = hours;
    }

    int windowHours() {
        return windowHours;
    }

    boolean isWindowChanged() {
        return windowHours != saved.settings().abandonWindowHours();
    }

    void setRegion(String chosen) {
        region = chosen;
    }

    /** Two letters, or empty for none. */
    String region() {
        return region;
    }

    String savedRegion() {
        return saved.region();
    }

    boolean isRegionChanged() {
        return !region.equals(saved.region());
    }

    /** All numbers of the simulated telephony as they are at first. */
    void typeWorld(SimulatedWorld world) {
        var values = new SettingField.Values(saved.settings(), world, saved.region());
        for (var entry : SettingField.values()) {
            if (entry.isOfWorld()) {
                typed.put(entry, entry.show(values));
            }
        }
    }

    Set<SettingField> changes() {
        var changed = EnumSet.noneOf(SettingField.class);
        for (var entry : SettingField.values()) {
            if (!text(entry).strip().equals(entry.show(saved))) {
                changed.add(entry);
            }
        }
        return changed;
    }

    int changeCount() {
        return changes().size() + (isWindowChanged() ? 1 : 0) + (isRegionChanged() ? 1 : 0);
    }

    /** What can't be saved as it is. */
    List<Problem> problems() {
        var found = new ArrayList<Problem>();
        for (var entry : SettingField.values()) {
            if (entry.read(text(entry)).isEmpty()) {
                found.add(Problem.error(entry.isWhole() ? "entry.not_whole" : "entry.not_number", entry.place()));
            }
        }
        if (found.isEmpty()) {
            found.addAll(settings().problems());
            found.addAll(worldCheck.apply(world()));
        }
        return found;
    }

    /** With what was typed, where nothing is wrong with it. Untouched values stay exactly as they are. */
    WorkspaceSettings settings() {
        var base = saved.settings();
        return new WorkspaceSettings(
                SettingField.lines(this::value), value(SettingField.ABANDON_LIMIT), windowHours, base.theme(), (int)
                        value(SettingField.JOURNAL_DAYS));
    }

    SimulatedWorld world() {
        return SettingField.world(this::value);
    }

    private double value(SettingField entry) {
        return entry.read(text(entry)).orElseThrow();
    }

    boolean isWorldChanged() {
        return changes().stream().anyMatch(SettingField::isOfWorld);
    }

    boolean isSettingsChanged() {
        return isWindowChanged() || changes().stream().anyMatch(entry -> !entry.isOfWorld());
    }
}
