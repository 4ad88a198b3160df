package dev.outpace.workspace;

import dev.outpace.engine.EngineInput.Imported;
import dev.outpace.engine.EngineThread;
import dev.outpace.files.PrivateFiles;
import dev.outpace.formats.CampaignFiles;
import dev.outpace.formats.SetUp;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import dev.outpace.store.TargetWrites;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/** Campaigns and whole set-ups from and to files, while campaigns run. Methods block their caller. */
public final class SetUps {
    private final Store store;
    private final NumberRegion region;
    private final EngineThread engine;
    private final Catalog catalog;
    private final Clock clock;
    private final CampaignFiles files = new CampaignFiles(UUID::randomUUID);

    /** Who watches long work; on the thread that does it. */
    public interface Watch {
        void at(long done, long total);

        /** When true, the work ends with a {@link CancellationException}, and nothing is changed. */
        boolean cancelled();
    }

    SetUps(Store store, NumberRegion region, EngineThread engine, Catalog catalog, Clock clock) {
        this.store = store;
        this.region = region;
        this.engine = engine;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Reads files as one set-up and checks it.
     *
     * @param replace whether resources that are there already may be replaced
     */
    public FileContents read(List<Path> paths, boolean replace, Watch watch) {
        var reading = new WatchedReading(paths, watch);
        return checked(files.read(paths, region.get(), reading::through), replace);
    }

    /** The same contents, checked anew. */
    public FileContents check(FileContents contents, boolean replace) {
        return checked(contents.setUp(), replace);
    }

    private FileContents checked(SetUp setUp, boolean replace) {
        var book = catalog.book();
        var check = new SetUpCheck(store, book);
        return new FileContents(setUp, replace, check.check(setUp, replace), check.dropped());
    }

    /** Stores all of it or nothing; refused if it no longer fits. {@code watch} counts targets. */
    public Answer importAll(FileContents contents, Watch watch) {
        if (contents.refused()) {
            return new Answer.Refused(contents.problems());
        }
        var importId = UUID.randomUUID();
        boolean prepared = false;
        try {
            prepared = prepare(importId, contents, watch);
            if (!prepared) {
                throw new CancellationException();
            }
            var refusal = order(importId, contents);
            if (refusal.stream().anyMatch(Problem::isError)) {
                return new Answer.Refused(refusal);
            }
            store.setUps().join(importId);
        } catch (StoreException refused) {
            return Answer.refused(refused.problem());
        } finally {
            if (!prepared) {
                store.doNotCall().discard(importId);
            }
        }
        return new Answer.Done(contents.problems());
    }

    private boolean prepare(UUID importId, FileContents contents, Watch watch) {
        var lists = new LinkedHashMap<UUID, Iterable<OutdialTarget>>();
        contents.setUp().outdials().forEach(list -> lists.put(list.outdial().id(), list.targets()));
        long total = contents.targets();
        var entries = DoNotCallCheck.loads(contents.setUp());
        if (!entries.isEmpty()
                && !store.doNotCall().prepare(importId, entries, new TargetWrites.Watch() {
                    @Override
                    public boolean cancelled() {
                        return watch.cancelled();
                    }
                })) {
            return false;
        }
        return store.setUps().prepare(importId, lists, new TargetWrites.Watch() {
            @Override
            public void stored(long rows) {
                watch.at(rows, total);
            }

            @Override
            public boolean cancelled() {
                return watch.cancelled();
            }
        });
    }

    private List<Problem> order(UUID importId, FileContents contents) {
        boolean through = false;
        try {
            var problems = engine.order(new Imported(
                            importId, SetUpCheck.stamped(contents.setUp(), clock.instant()), contents.replace()))
                    .join();
            through = problems.stream().noneMatch(Problem::isError);
            return problems;
        } finally {
            if (!through) {
                store.setUps().discard(importId);
                store.doNotCall().discard(importId);
            }
        }
    }

    /**
     * Writes a campaign in the published format. The file is replaced once all is written.
     *
     * @param withReferences with everything that the campaign refers to, targets and agents too
     */
    public Answer export(UUID campaignId, boolean withReferences, Path to, Watch watch) {
        var book = catalog.book();
        var campaign = book.campaign(campaignId);
        if (campaign == null) {
            return Answer.refused(Problem.error("campaign.unknown", "", campaignId));
        }
        var export = new SetUpExport(store, book, () -> {
            if (watch.cancelled()) {
                throw new CancellationException();
            }
        });
        try {
            PrivateFiles.replace(to, out -> export.write(campaign, withReferences, out));
        } catch (IOException failure) {
            return Answer.refused(
                    Problem.error("export.unwritable", to.toString(), String.valueOf(failure.getMessage())));
        }
        return new Answer.Done(withReferences ? export.leftOut(campaign) : List.of());
    }
}
