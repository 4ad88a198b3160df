package dev.outpace.workspace;

import dev.outpace.formats.KnownNumbers;
import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.PhoneMap;
import dev.outpace.model.ResourceBook;
import dev.outpace.store.DoNotCallQueries;
import dev.outpace.store.Store;
import dev.outpace.store.TargetQueries;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of a file are there already, and which are on do-not-call lists. Both are asked of the store with the first row:
 * by then no other import into the list is under way, which the store has refused, and a cut one has been carried through. One thread.
 */
final class ImportedNumbers implements KnownNumbers, AutoCloseable {
    private final Store store;
    private final UUID outdialId;
    private final TargetImport.Against against;
    private List<DoNotCallList> lists = List.of();
    private @Nullable PhoneMap phones;
    private DoNotCallQueries.@Nullable Lookup lookup;

    ImportedNumbers(Store store, UUID outdialId, TargetImport.Against against) {
        this.store = store;
        this.outdialId = outdialId;
        this.against = against;
    }

    @Override
    public long targetOf(Address first) {
        if (phones == null) {
            phones = store.targetQueries().phones(outdialId, against.allLists()).join();
        }
        long place = phones.get(first);
        return place == TargetQueries.NOT_FIRST ? TAKEN : place;
    }

    @Override
    public String listed(Address address) {
        if (!against.skipListed()) {
            return "";
        }
        if (lookup == null) {
            lists = counting(store.resources().join(), outdialId);
            lookup = store.doNotCallQueries()
                    .lookup(lists.stream().map(DoNotCallList::id).toList());
        }
        return lookup.find(address)
                .map(id -> lists.stream()
                        .filter(list -> list.id().equals(id))
                        .map(DoNotCallList::name)
                        .collect(Collectors.joining()))
                .orElse("");
    }

    /** The lists that count for each campaign that calls this list of targets; without one, those that count for all. */
    private static List<DoNotCallList> counting(ResourceBook book, UUID outdialId) {
        var everywhere = book.doNotCallBy(null);
        var campaigns = callers(book, outdialId);
        return book.doNotCallLists().stream()
                .filter(list -> everywhere.contains(list)
                        || (!campaigns.isEmpty()
                                && campaigns.stream()
                                        .allMatch(campaign ->
                                                book.doNotCallFor(campaign).contains(list))))
                .toList();
    }

    static List<Campaign> callers(ResourceBook book, UUID outdialId) {
        return book.campaigns().stream()
                .filter(campaign -> campaign.outdialId().equals(outdialId))
                .toList();
    }

    @Override
    public void close() {
        if (lookup != null) {
            lookup.close();
        }
    }
}
