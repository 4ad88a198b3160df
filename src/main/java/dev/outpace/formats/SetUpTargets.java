package dev.outpace.formats;

import dev.outpace.model.FilePlace;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import dev.outpace.numbers.NumberReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The targets of the files of one command: they are taken out of the trees of the files, and join their lists at the end. */
final class SetUpTargets {
    static final int MAX_TARGETS = 2_000_000;

    /** A resource of a file: alone, in a list, in a page of a list, or in a list of pages; maybe as part of a set-up. */
    private static final String OWNER = "(?:outdials)?(?:\\[\\d+])?(?:\\.?result\\[\\d+])?";

    private static final Pattern TARGETS_OF_LIST =
            Pattern.compile("((?:data)?|" + OWNER + ")\\.?targets(?:\\[\\d+])?(?:\\.result)?");
    private static final Pattern LOOSE = Pattern.compile("(?:\\[\\d+]\\.)?(?:result)?");

    private final NewIds ids;
    private final NumberReader numbers;
    private final Problems problems;
    private final TargetSpool spool = new TargetSpool();
    private final Set<UUID> known = new HashSet<>();
    private final Map<FilePlace, ReadTargets> ofLists = new HashMap<>();
    private final ReadTargets loose = new ReadTargets(spool);
    private long deleted;

    SetUpTargets(NewIds ids, NumberReader numbers, Problems problems) {
        this.ids = ids;
        this.numbers = numbers;
        this.problems = problems;
    }

    /** Targets that were left out, since they were deleted where they come from. */
    long deleted() {
        return deleted;
    }

    /** With those that were left out. */
    long found() {
        return known.size() + deleted;
    }

    /** Takes the item of an array of a file if it is a target, or one of the pages that targets stand in. */
    boolean take(FilePlace file, String array, int index, Json item) throws FileRefused {
        var ofList = TARGETS_OF_LIST.matcher(array);
        if (ofList.matches()) {
            if (!(item instanceof Json.Obj page && SetUpReader.isPage(page))) {
                var list = ofList.group(1).isEmpty() ? file : new FilePlace(file.file(), ofList.group(1));
                add(
                        new FilePlace(file.file(), array).item(index),
                        item,
                        ofLists.computeIfAbsent(list, _ -> new ReadTargets(spool)));
            }
            return true;
        }
        boolean alone = LOOSE.matcher(array).matches()
                && item instanceof Json.Obj object
                && ResourceKind.of(object) == ResourceKind.TARGET;
        if (alone) {
            addLoose(new FilePlace(file.file(), array).item(index), item);
        }
        return alone;
    }

    /** One that stands without a list. */
    void addLoose(FilePlace place, Json target) throws FileRefused {
        add(place, target, loose);
    }

    private void add(FilePlace place, Json value, ReadTargets into) throws FileRefused {
        if (problems.full()) {
            throw new FileRefused(Problem.error("import.given_up", place.toString()));
        }
        if (!(value instanceof Json.Obj object)) {
            problems.add(Problem.error("field.not_object", place.toString(), Shown.of(value)));
            return;
        }
        var target = TargetShape.read(new Fields(object, place, problems, numbers::read), ids);
        if (target.stamps().deleted()) {
            deleted++;
            return;
        }
        if (!known.add(target.id())) {
            var id = target.id().toString();
            problems.add(
                    Problem.error("import.duplicate_target", place.field("id").toString(), id));
        } else if (known.size() > MAX_TARGETS) {
            throw new FileRefused(Problem.error("import.too_many_targets", place.toString(), MAX_TARGETS));
        }
        try {
            into.add(place, target);
        } catch (IOException full) {
            throw new FileRefused(
                    Problem.error("import.no_room", place.file(), Shown.of(String.valueOf(full.getMessage()))));
        }
    }

    /** A list with the targets that stand in it. */
    TargetList of(FilePlace place, Outdial outdial) {
        var read = ofLists.getOrDefault(place, new ReadTargets(spool));
        read.others(outdial).forEach(problems::add);
        idle(place.field(OutdialShape.TARGETS), read.inCall());
        return read.in(outdial);
    }

    private void idle(FilePlace targets, long inCall) {
        if (inCall > 0) {
            problems.add(Problem.warning("import.targets_idle", targets.toString(), inCall));
        }
    }

    /** Targets that stand without a list go into the list that they name, if it comes with them. */
    void joinLoose(List<TargetList> lists) {
        var places = new HashMap<UUID, Integer>();
        for (int i = 0; i < lists.size(); i++) {
            places.putIfAbsent(lists.get(i).outdial().id(), i);
        }
        loose.lists().forEach((id, ofList) -> {
            var at = places.get(id);
            if (at == null) {
                problems.add(Problem.error("import.no_list", ofList.first.toString(), id.toString(), ofList.size()));
                return;
            }
            idle(ofList.first, ofList.inCall());
            var own = lists.get(at);
            lists.set(at, own.and(loose.of(own.outdial())));
        });
    }
}
