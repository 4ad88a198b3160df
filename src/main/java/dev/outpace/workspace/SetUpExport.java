package dev.outpace.workspace;

import dev.outpace.exchange.CampaignFiles;
import dev.outpace.exchange.ReferenceSource;
import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Queue;
import dev.outpace.model.ResourceBook;
import dev.outpace.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes campaigns of a workspace in the published format. */
final class SetUpExport {
    private static final int PAGE = 1_000;

    private final Store store;
    private final ResourceBook book;
    private final Runnable betweenPages;

    SetUpExport(Store store, ResourceBook book) {
        this(store, book, () -> {});
    }

    /** @param betweenPages runs now and then while the targets of a list are written; what it throws ends the writing */
    SetUpExport(Store store, ResourceBook book, Runnable betweenPages) {
        this.store = store;
        this.book = book;
        this.betweenPages = betweenPages;
    }

    /** A campaign, with or without all that it refers to. */
    void write(Campaign campaign, boolean withReferences, OutputStream out) throws IOException {
        var files = new CampaignFiles(UUID::randomUUID);
        if (withReferences) {
            files.writeWithReferences(List.of(campaign), source(), out);
        } else {
            files.write(campaign, out);
        }
    }

    private ReferenceSource source() {
        return new ReferenceSource() {
            @Override
            public Optional<Campaign> campaign(UUID id) {
                return Optional.ofNullable(book.campaign(id));
            }

            @Override
            public Optional<Outplan> outplan(UUID id) {
                return Optional.ofNullable(book.outplan(id));
            }

            @Override
            public Optional<Outdial> outdial(UUID id) {
                return Optional.ofNullable(book.outdial(id));
            }

            @Override
            public Optional<Queue> queue(UUID id) {
                return Optional.ofNullable(book.queue(id));
            }

            @Override
            public List<Agent> agents() {
                return List.copyOf(book.agents());
            }

            @Override
            public void targets(UUID outdialId, Consumer<OutdialTarget> each) {
                eachTarget(outdialId, each);
            }
        };
    }

    private void eachTarget(UUID outdialId, Consumer<OutdialTarget> each) {
        long after = -1;
        List<OutdialTarget> page;
        do {
            betweenPages.run();
            page = store.targetQueries().inOrder(outdialId, after, PAGE).join();
            page.forEach(each);
            after = page.isEmpty() ? after : page.getLast().seq();
        } while (page.size() == PAGE);
    }
}
