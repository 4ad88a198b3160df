package dev.outpace.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.workspace.SimulatedWorld;
import dev.outpace.workspace.WorkspaceSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsDraftTest {
    private final SettingField.Values saved =
            new SettingField.Values(WorkspaceSettings.DEFAULT, SimulatedWorld.DEFAULT, "US");
    private final SettingsDraft draft = new SettingsDraft(saved, world -> List.of());

    @Test
    void showsSharesInPercentAndTimesInSeconds() {
        assertThat(draft.text(SettingField.CONCURRENT_CALLS)).isEqualTo("30");
        assertThat(draft.text(SettingField.ABANDON_LIMIT)).isEqualTo("3");
        assertThat(draft.text(SettingField.ANSWERED)).isEqualTo("42");
        assertThat(draft.text(SettingField.TALK)).isEqualTo("95");
    }

    @Test
    void untouchedItIsWhatIsSaved() {
        assertThat(draft.changeCount()).isZero();
        assertThat(draft.settings()).isEqualTo(WorkspaceSettings.DEFAULT);
        assertThat(draft.world()).isEqualTo(SimulatedWorld.DEFAULT);
    }

    @Test
    void countsWhatIsTypedAndTakesItBack() {
        draft.type(SettingField.CALLS_PER_SECOND, "12");
        draft.type(SettingField.ANSWERED, "50,5");
        draft.setWindowHours(24);
        assertThat(draft.changeCount()).isEqualTo(3);
        assertThat(draft.settings().lines().callsPerSecond()).isEqualTo(12);
        assertThat(draft.settings().abandonWindowHours()).isEqualTo(24);
        assertThat(draft.world().answered()).isEqualTo(0.505);
        draft.revert();
        assertThat(draft.changeCount()).isZero();
    }

    @Test
    void whatIsNoNumberIsToldAtItsPlace() {
        draft.type(SettingField.TALK, "long");
        draft.type(SettingField.CONCURRENT_CALLS, "2.5");
        assertThat(draft.problems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder("handle.talk", "lines.concurrent");
    }

    @Test
    void theWorkspacesOwnLimitsHold() {
        draft.type(SettingField.CONCURRENT_CALLS, "0");
        draft.type(SettingField.ABANDON_LIMIT, "60");
        assertThat(draft.problems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder("lines.concurrent", "abandon.limit");
    }

    @Test
    void aChangeFromElsewhereReachesUntouchedEntriesOnly() {
        draft.type(SettingField.CALLS_PER_SECOND, "9");
        draft.saved(new SettingField.Values(
                WorkspaceSettings.DEFAULT.withLines(new LineLimits(150, 12)), SimulatedWorld.DEFAULT, "US"));
        assertThat(draft.text(SettingField.CONCURRENT_CALLS)).isEqualTo("150");
        assertThat(draft.text(SettingField.CALLS_PER_SECOND)).isEqualTo("9");
        assertThat(draft.savedText(SettingField.CALLS_PER_SECOND)).isEqualTo("12");
        assertThat(draft.changes()).containsExactly(SettingField.CALLS_PER_SECOND);
    }
}
