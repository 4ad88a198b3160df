package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.shell.Command;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the palette finds besides commands. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class FindsTest {
    private final List<String> opened = new ArrayList<>();
    private UiRig rig;
    private Finds finds;

    @Start
    void start(Stage unused) {
        rig = new UiRig(
                Facts.outdial(1, "Home policies"),
                Facts.queue(2, "Renewals"),
                Facts.agent(3, "Ilse Hartmann", Facts.id(2)),
                Facts.agent(4, "Ilse Hartmann", Facts.id(2)));
        finds = new Finds(
                rig.texts,
                rig.live,
                list -> opened.add("list " + list.outdial().name()),
                agent -> opened.add("agent " + agent),
                number -> opened.add("calls " + number));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void listsAreFoundByNameAndAgentsOfOneNameOnce() {
        UiRig.waitFor(() -> finds.byName().size() == 2);
        assertThat(finds.byName()).extracting(Command::title).containsExactly("Home policies", "Ilse Hartmann");
        finds.byName().forEach(command -> command.run().run());
        assertThat(opened).containsExactly("list Home policies", "agent Ilse Hartmann");
    }

    @Test
    void callsAreFoundByANumberHoweverItIsWritten() {
        assertThat(finds.byNumber("212")).isEmpty();
        assertThat(finds.byNumber("Renewals 2026")).isEmpty();
        finds.byNumber("(212) 555-0100 ").getFirst().run().run();
        assertThat(opened).containsExactly("calls (212) 555-0100");
    }
}
