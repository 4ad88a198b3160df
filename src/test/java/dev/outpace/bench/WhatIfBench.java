package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PacingMode;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.whatif.WhatIfEffort;
import dev.outpace.whatif.WhatIfQuestion;
import dev.outpace.whatif.WhatIfQuestion.Called;
import dev.outpace.whatif.WhatIfQuestion.Spread;
import dev.outpace.whatif.WhatIfSetting.Level;
import dev.outpace.workspace.WhatIf;
import dev.outpace.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What-if as the screen asks it: twenty agents, three of ten answer, sixteen settings on twenty days of eight hours. */
@Tag("bench")
class WhatIfBench {
    private static final int TIMES = 3;

    private static final WhatIfQuestion QUESTION = new WhatIfQuestion(
            20,
            30_000,
            6,
            new Called(0.3, 0.15, 2, 9, 26, new Spread(150, 120), new Spread(20, 10), 2),
            1,
            List.of(),
            0,
            new Level(100),
            PacingMode.SERVICE_LEVEL,
            0.03,
            new LineLimits(100_000, 10_000));

    @TempDir
    private Path folder;

    @Test
    void threeHundredAndTwentyDays() throws IOException {
        int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
        try (var workspace = Workspace.open(
                        new Workspace.Opening(folder, "a bench", 1, false, false, 1, CarrierLog.NONE),
                        new JacksonJson(),
                        Clock.systemUTC());
                var executor = Executors.newFixedThreadPool(threads)) {
            var whatIf = workspace.whatIf(executor, WhatIfEffort.FULL);
            var first = new Samples();
            first.add(ask(whatIf));
            var later = new Samples();
            for (int i = 0; i < TIMES; i++) {
                later.add(ask(whatIf));
            }
            new Table(8, "What-if: 320 days of 8 h, 20 agents, " + threads + " threads", "", "median", "longest")
                    .row("the first after the start", first.cell(.5), first.cell(1))
                    .row("those after it, " + TIMES + " times", later.cell(.5), later.cell(1))
                    .write();
        }
    }

    private static long ask(WhatIf whatIf) {
        long begun = System.nanoTime();
        var answer = whatIf.ask(QUESTION, (_, _) -> {}).answer().join().orElseThrow();
        long took = System.nanoTime() - begun;
        assertThat(answer.runs()).isEqualTo(WhatIfEffort.FULL.runs());
        assertThat(answer.best()).isPresent();
        return took;
    }
}
