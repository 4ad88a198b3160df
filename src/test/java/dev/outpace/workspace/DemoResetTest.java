package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.formats.JacksonJson;
import dev.outpace.store.StoreException;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.workspace.Workspace.Opening;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoResetTest {
    @TempDir
    private Path folder;

    @Test
    void aDemoIsMadeAnewAfterItWasErased() {
        try (var demo = open(true)) {
            var first = demo.resourceBook().campaigns().stream().findFirst().orElseThrow();
            assertThat(demo.campaigns().changeServiceLevel(first.id(), 250).join())
                    .isInstanceOf(Answer.Done.class);
        }
        Workspace.eraseDemo(folder, "a test", new JacksonJson());
        try (var demo = open(true)) {
            assertThat(demo.isDemo()).isTrue();
            assertThat(demo.resourceBook().campaigns())
                    .hasSize(8)
                    .noneMatch(campaign -> campaign.serviceLevel() == 250);
        }
    }

    @Test
    void aWorkspaceThatIsNoDemoIsLeftAlone() {
        open(false).close();
        assertThatThrownBy(() -> Workspace.eraseDemo(folder, "a test", new JacksonJson()))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo("demo.is_none"));
    }

    @Test
    void aDemoInUseIsLeftAlone() {
        try (var demo = open(true)) {
            assertThatThrownBy(() -> Workspace.eraseDemo(folder, "a test", new JacksonJson()))
                    .isInstanceOf(StoreException.class);
            assertThat(demo.resourceBook().campaigns()).hasSize(8);
        }
    }

    private Workspace open(boolean demo) {
        return Workspace.open(
                new Opening(folder, "a test", 1, demo, false, 1, CarrierLog.NONE),
                new JacksonJson(),
                Clock.systemUTC());
    }
}
