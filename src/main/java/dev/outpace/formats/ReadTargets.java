package dev.outpace.formats;

import dev.outpace.model.FilePlace;
import dev.outpace.model.Ids;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import dev.outpace.model.TargetStatus;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Targets that stand in one place of a file, while it is read: in one list, or without a list. */
final class ReadTargets {
    /** So many lists that targets name are known one by one. */
    static final int MAX_LISTS = 10_000;

    /** Of one list. */
    static final class OfList {
        final FilePlace first;
        private final TargetSpool.Part part = new TargetSpool.Part();
        private long size;
        private long inCall;

        OfList(FilePlace first) {
            this.first = first;
        }

        long size() {
            return size;
        }

        long inCall() {
            return inCall;
        }
    }

    private final TargetSpool spool;
    private final TargetSpool.Part all = new TargetSpool.Part();
    private final Map<UUID, OfList> lists = new LinkedHashMap<>();

    ReadTargets(TargetSpool spool) {
        this.spool = spool;
    }

    void add(FilePlace place, OutdialTarget target) throws IOException, FileRefused {
        if (lists.size() > MAX_LISTS) {
            throw new FileRefused(Problem.error("import.too_many_lists", place.toString(), MAX_LISTS));
        }
        var ofList = lists.computeIfAbsent(target.outdialId(), _ -> new OfList(place));
        spool.add(target, all, ofList.part);
        ofList.size++;
        ofList.inCall += target.status() == TargetStatus.PROGRESSING ? 1 : 0;
    }

    /** By the id of the list that they name; nil for those that name none. */
    Map<UUID, OfList> lists() {
        return lists;
    }

    /** All of them, as targets of this list. */
    TargetList in(Outdial outdial) {
        long size = lists.values().stream().mapToLong(list -> list.size).sum();
        return list(outdial, size, all);
    }

    /** Those of them that name this list. */
    TargetList of(Outdial outdial) {
        var ofList = lists.get(outdial.id());
        return ofList == null ? list(outdial, 0, new TargetSpool.Part()) : list(outdial, ofList.size, ofList.part);
    }

    private TargetList list(Outdial outdial, long size, TargetSpool.Part part) {
        var targets = spool.targets(part);
        return new TargetList(
                outdial,
                size,
                () -> StreamSupport.stream(targets.spliterator(), false)
                        .map(target -> TargetShape.idleIn(outdial.id(), target))
                        .iterator());
    }

    long inCall() {
        return lists.values().stream().mapToLong(list -> list.inCall).sum();
    }

    /** Problems of targets that stand in a list and name another one. */
    Iterable<Problem> others(Outdial outdial) {
        return lists.entrySet().stream()
                .filter(list -> !Ids.isNil(list.getKey()) && !list.getKey().equals(outdial.id()))
                .map(list -> Problem.error(
                        "import.other_list",
                        list.getValue().first.field("outdial_id").toString(),
                        list.getKey().toString()))
                .toList();
    }
}
