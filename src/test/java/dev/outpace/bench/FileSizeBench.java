package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.CallStep;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.model.LineLimits;
import dev.outpace.model.NumberRest;
import dev.outpace.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What calls make of the file of a workspace while it runs, and what it takes to close it and to open it after a kill. */
@Tag("bench")
class FileSizeBench {
    private static final int CALLS = Integer.getInteger("calls", 20_000);
    private static final double MEGABYTE = 1 << 20;
    private static final List<String> FILES = List.of("outpace.mv.db", "outpace.redo1", "outpace.redo2");

    @TempDir
    Path folder;

    private final CallCentre centre = new CallCentre(1, 0, 0);

    @Test
    void ofCalls() throws IOException {
        var running = folder.resolve("running");
        var killed = folder.resolve("killed");
        var store = centre.store(running, CALLS);
        double before = size(running);
        for (int i = 0; i < CALLS; i++) {
            call(store);
        }
        double after = size(running);
        Files.createDirectory(killed);
        for (var file : FILES) {
            Files.copy(running.resolve(file), killed.resolve(file));
        }
        Files.createFile(killed.resolve("outpace.open"));
        double closing = seconds(store::close);
        double closed = size(running);
        double opening = seconds(() -> open(killed).close())
                - seconds(() -> open(running).close());
        new Table(
                        91,
                        "The file of a workspace with " + Table.number(CALLS) + " targets, each called once",
                        "",
                        "file",
                        "of the closed file")
                .row("before the first call", Table.number(before) + " MB", "")
                .row("after the last one", Table.number(after) + " MB", Table.times(after / closed))
                .row("closed", Table.number(closed) + " MB", Table.times(1))
                .note("A call is claimed, answered, noted twice and ended, and grows the file by "
                        + Table.number((after - before) * MEGABYTE / CALLS) + " bytes. Closing takes "
                        + Table.number(closing) + " s, opening after a kill "
                        + Table.number(opening) + " s more than opening what was closed.")
                .write();
    }

    private void call(Store store) {
        var rest = new NumberRest(LineLimits.NUMBER_GAP, Duration.ZERO, Duration.ZERO);
        var now = Instant.now();
        var claim = new Claim(
                UUID.randomUUID(), centre.campaign(0), CallCentre.outplan(), now, _ -> false, false, true, rest);
        var result = store.targetPool().claim(claim);
        assertThat(result).isInstanceOf(Claimed.class);
        var call = ((Claimed) result).call().answered(now);
        var journal = store.factLog();
        journal.write(new Fact.CallNoted(new CallStep(call.id(), now, CallStep.Kind.ORDERED, Ids.NIL, "")));
        journal.awaitCommitted();
        journal.write(new Fact.CallProgressed(call));
        journal.write(new Fact.CallNoted(new CallStep(call.id(), now, CallStep.Kind.ANSWERED, Ids.NIL, "")));
        journal.awaitCommitted();
        journal.write(new Fact.CallClosed(call.ended(EndCause.NORMAL, now), new TargetFate.Done()));
        journal.awaitCommitted();
    }

    private static Store open(Path place) {
        return Store.open(place, "bench", new JacksonJson());
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static double size(Path place) throws IOException {
        long bytes = 0;
        for (var file : FILES) {
            bytes += Files.exists(place.resolve(file)) ? Files.size(place.resolve(file)) : 0;
        }
        return bytes / MEGABYTE;
    }
}
