package dev.outpace.workspace;

import dev.outpace.formats.CampaignFiles;
import dev.outpace.formats.ReferenceSource;
import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Queue;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RuleSet;
import dev.outpace.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes campaigns of a workspace in the published format. */
final class SetUpExport {
    private final Store store;
    private final ResourceBook book;
    private final Runnable betweenTargets;

    SetUpExport(Store store, ResourceBook book) {
        this(store, book, () -> {});
    }

    /** @param betweenTargets runs before each target of a list is written; what it throws ends the writing */
    SetUpExport(Store store, ResourceBook book, Runnable betweenTargets) {
        this.store = store;
        this.book = book;
        this.betweenTargets = betweenTargets;
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
            public Optional<RuleSet> ruleSet(UUID id) {
                return Optional.ofNullable(book.ruleSet(id));
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
        store.targetQueries().each(outdialId, target -> {
            betweenTargets.run();
            each.accept(target);
        });
    }
}
