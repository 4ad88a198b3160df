package dev.outpace.bench;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.TargetFilter;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.workspace.Workspace;
import dev.outpace.workspace.WorkspaceListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running workspace holds on the heap, by the number of its targets. */
@Tag("bench")
class HeapBench {
    private static final double MEGABYTE = 1 << 20;
    private static final long SECONDS_OF_RUN = 5;
    private static final TargetFilter EVERY_TARGET =
            new TargetFilter(CallCentre.listId(0), TargetFilter.Group.ALL, TargetFilter.Result.ANY, "");

    @TempDir
    Path folder;

    @Test
    void afterCollection() throws IOException, InterruptedException {
        new CallCentre(1, 1, 50).store(folder, 1_000).close();
        LargeWorkspace.open().close();
        heldBy(folder);
        double small = heldBy(folder);
        double large = heldBy(LargeWorkspace.folder());
        new Table(5, "Heap of a running workspace after collection", "targets", "heap", "")
                .row("1,000", Table.number(small) + " MB", "")
                .row("1,000,000", Table.number(large) + " MB", "+ " + Table.number(large - small) + " MB")
                .note("A campaign runs, and a page of its targets was read.")
                .write();
    }

    private static double heldBy(Path place) throws InterruptedException {
        var opening = new Workspace.Opening(place, "bench", 1, false, true, 1, CarrierLog.NONE);
        try (var workspace = Workspace.open(opening, new JacksonJson(), Clock.systemUTC())) {
            workspace.listen(new WorkspaceListener() {});
            new CountDownLatch(1).await(SECONDS_OF_RUN, TimeUnit.SECONDS);
            workspace.targetLists().page(EVERY_TARGET, null, 100).join();
            return used();
        }
    }

    private static double used() {
        var memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least / MEGABYTE;
    }
}
