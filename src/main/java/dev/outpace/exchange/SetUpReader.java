package dev.outpace.exchange;

import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.Shown;
import dev.outpace.numbers.NumberReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.ObjectReadContext;

/**
 * Puts the files of one command together, one after the other. A file holds what the published platform answers, one
 * resource or pages of them as well, or a whole set-up of parts.
 */
final class SetUpReader {
    static final int MAX_TARGETS = 2_000_000;

    private static final Set<String> PARTS = Set.of("outplans", "outdials", "queues", "agents", "campaigns");
    private static final String RESULT = "result";
    private static final String DATA = "data";

    /** A resource of a file: alone, in a list, in a page of a list, or in a list of pages; maybe as part of a set-up. */
    private static final String OWNER = "(?:outdials)?(?:\\[\\d+])?(?:\\.?result\\[\\d+])?";

    private static final Pattern TARGETS_OF_LIST =
            Pattern.compile("((?:data)?|" + OWNER + ")\\.?targets(?:\\[\\d+])?(?:\\.result)?");
    private static final Set<String> CAMPAIGN_TYPES = Set.of("call", "flow");
    private static final Pattern LOOSE = Pattern.compile("(?:\\[\\d+]\\.)?(?:result)?");

    private final NewIds ids;
    private final UnaryOperator<InputStream> through;
    private final boolean bareFlows;
    private final NumberReader numbers;
    private final Problems problems = new Problems();
    private final List<Outplan> outplans = new ArrayList<>();
    private final List<TargetList> outdials = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final List<Campaign> campaigns = new ArrayList<>();
    private final Map<UUID, Place> places = new HashMap<>();
    private final Map<Place, String> oddIds = new HashMap<>();
    private final Set<UUID> targetIds = new HashSet<>();
    private final Map<Place, ReadTargets> ofLists = new HashMap<>();
    private final ReadTargets loose = new ReadTargets();
    private long deletedTargets;
    private long leftOut;

    /**
     * @param through what the bytes of each file pass
     * @param numbers reads what stands in addresses
     * @param bareFlows whether an array of actions is a file too: a campaign of its name with that flow
     */
    SetUpReader(NewIds ids, UnaryOperator<InputStream> through, NumberReader numbers, boolean bareFlows) {
        this.ids = ids;
        this.through = through;
        this.numbers = numbers;
        this.bareFlows = bareFlows;
    }

    private Fields fields(Json.Obj object, Place place) {
        return new Fields(object, place, problems, numbers);
    }

    SetUp setUp() {
        joinLoose();
        if (places.isEmpty() && leftOut > 0 && !problems.any()) {
            problems.add(Problem.error("import.nothing_left", ""));
        }
        return new SetUp(outplans, outdials, queues, agents, campaigns, places, oddIds, problems.list());
    }

    void read(Path path) {
        var file = Place.whole(path.toString());
        int before = places.size();
        long leftOutBefore = leftOut;
        long targetsBefore = targetIds.size();
        try {
            document(file, tree(path));
            if (places.size() == before
                    && targetIds.size() == targetsBefore
                    && leftOut == leftOutBefore
                    && !problems.any()) {
                problems.add(Problem.error("import.nothing", file.toString()));
            }
        } catch (IOException unreadable) {
            problems.add(FileFault.of(path, unreadable));
        } catch (FileRefused refused) {
            problems.add(refused.problem());
        }
        leftOutTargets(file);
    }

    private void leftOutTargets(Place file) {
        if (deletedTargets > 0) {
            problems.add(Problem.warning("import.targets_deleted", file.toString(), deletedTargets));
            deletedTargets = 0;
        }
    }

    private Json tree(Path path) throws IOException, FileRefused {
        var file = path.toString();
        if (Files.isDirectory(path)) {
            throw new FileRefused(Problem.error("file.folder", file));
        }
        if (Files.size(path) > JsonReader.MAX_BYTES) {
            throw new FileRefused(Problem.error("file.too_big", file, JsonReader.MAX_BYTES >> 20));
        }
        try (var in = through.apply(Files.newInputStream(path));
                var parser = JsonReader.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            return JsonReader.read(file, parser, (array, index, item) -> take(Place.whole(file), array, index, item));
        }
    }

    /** Targets don't stay in the tree of their file. */
    private boolean take(Place file, String array, int index, Json item) throws FileRefused {
        var ofList = TARGETS_OF_LIST.matcher(array);
        if (ofList.matches()) {
            if (!(item instanceof Json.Obj page && isPage(page))) {
                var list = ofList.group(1).isEmpty() ? file : new Place(file.file(), ofList.group(1));
                target(
                        new Place(file.file(), array).item(index),
                        item,
                        ofLists.computeIfAbsent(list, _ -> new ReadTargets()));
            }
            return true;
        }
        boolean alone = LOOSE.matcher(array).matches()
                && item instanceof Json.Obj object
                && ResourceKind.of(object) == ResourceKind.TARGET;
        if (alone) {
            target(new Place(file.file(), array).item(index), item, loose);
        }
        return alone;
    }

    private void target(Place place, Json value, ReadTargets into) throws FileRefused {
        if (problems.full()) {
            throw new FileRefused(Problem.error("import.given_up", place.toString()));
        }
        if (!(value instanceof Json.Obj object)) {
            problems.add(Problem.error("field.not_object", place.toString(), Shown.of(value)));
            return;
        }
        var target = TargetShape.read(fields(object, place), ids);
        if (target.stamps().deleted()) {
            deletedTargets++;
            leftOut++;
            return;
        }
        if (!targetIds.add(target.id())) {
            var id = target.id().toString();
            problems.add(
                    Problem.error("import.duplicate_target", place.field("id").toString(), id));
        } else if (targetIds.size() > MAX_TARGETS) {
            throw new FileRefused(Problem.error("import.too_many_targets", place.toString(), MAX_TARGETS));
        }
        try {
            into.add(place, object, target);
        } catch (IOException full) {
            throw new FileRefused(
                    Problem.error("import.no_room", place.file(), Shown.of(String.valueOf(full.getMessage()))));
        }
    }

    /** A target that was read before, without its problems. */
    private OutdialTarget again(Json.Obj target) {
        return TargetShape.read(new Fields(target, Place.whole(""), new Problems(), numbers), ids);
    }

    private void document(Place place, Json root) throws FileRefused {
        switch (root) {
            case Json.Obj object
            when object.fields().keySet().stream().anyMatch(PARTS::contains) -> setUp(place, object);
            case Json.Obj object when isPage(object) -> list(place, object, this::resource);
            case Json.Obj object
            when isEvent(object) && object.get(DATA) instanceof Json.Obj data -> document(place.field(DATA), data);
            case Json.Obj object when ResourceKind.of(object) == ResourceKind.TARGET -> target(place, object, loose);
            case Json.Obj object -> resource(fields(object, place), object);
            case Json.Array(var items) when bareFlows && isFlow(items) -> campaign(fields(ofFlow(place, items), place));
            case Json.Array array -> list(place, array, this::resource);
            default -> problems.add(Problem.error("import.no_campaign", place.toString(), Shown.of(root)));
        }
    }

    /** Actions have types of their own, and no campaign has one of those. */
    private static boolean isFlow(List<Json> items) {
        return !items.isEmpty()
                && items.stream()
                        .allMatch(item -> item instanceof Json.Obj action
                                && !action.text("type", "").isEmpty()
                                && !CAMPAIGN_TYPES.contains(action.text("type", "")));
    }

    private static Json.Obj ofFlow(Place place, List<Json> actions) {
        var file = String.valueOf(Path.of(place.file()).getFileName());
        return Json.Obj.EMPTY
                .with("type", new Json.Text("call"))
                .with("name", new Json.Text(file.replaceFirst("\\.json$", "")))
                .with("actions", new Json.Array(actions));
    }

    /** {@code {"result": […], "next_page_token": "…"}}: what the platform lists. */
    private static boolean isPage(Json.Obj object) {
        return object.get(RESULT) instanceof Json.Array;
    }

    /** {@code {"type": "campaign_updated", "data": {…}}}: what the platform tells of a change. */
    private static boolean isEvent(Json.Obj object) {
        return object.get("type") instanceof Json.Text(var type) && type.matches("[a-z]+_[a-z_]+");
    }

    private interface Reading {
        void of(Fields fields, Json.Obj object);
    }

    /** A list, a page of one, or a list of pages. */
    private void list(Place place, Json value, Reading read) {
        switch (value) {
            case Json.Null() -> {}
            case Json.Obj page
            when isPage(page) -> list(place.field(RESULT), page.fields().getOrDefault(RESULT, new Json.Null()), read);
            case Json.Array(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    item(place.item(i), items.get(i), read);
                }
            }
            default -> problems.add(Problem.error("field.not_list", place.toString(), Shown.of(value)));
        }
    }

    private void item(Place place, Json item, Reading read) {
        switch (item) {
            case Json.Obj page when isPage(page) -> list(place, page, read);
            case Json.Obj object -> read.of(fields(object, place), object);
            default -> problems.add(Problem.error("field.not_object", place.toString(), Shown.of(item)));
        }
    }

    private void setUp(Place place, Json.Obj parts) {
        part(place, parts, "outplans", fields -> add(fields, outplans, OutplanShape.read(fields, ids)));
        list(place.field("outdials"), parts.fields().getOrDefault("outdials", new Json.Null()), this::outdial);
        part(place, parts, "queues", fields -> add(fields, queues, QueueShape.read(fields, ids)));
        part(place, parts, "agents", fields -> add(fields, agents, AgentShape.read(fields, ids)));
        part(place, parts, "campaigns", this::campaign);
        var whole = fields(parts, place);
        parts.fields().keySet().stream()
                .filter(name -> !PARTS.contains(name))
                .forEach(name -> whole.warning(Shown.of(name), "field.left_out"));
    }

    private void part(Place place, Json.Obj parts, String name, Consumer<Fields> read) {
        list(place.field(name), parts.fields().getOrDefault(name, new Json.Null()), (fields, _) -> read.accept(fields));
    }

    private void resource(Fields fields, Json.Obj object) {
        switch (ResourceKind.of(object)) {
            case CAMPAIGN -> campaign(fields);
            case OUTPLAN -> add(fields, outplans, OutplanShape.read(fields, ids));
            case OUTDIAL -> outdial(fields, object);
            case QUEUE -> add(fields, queues, QueueShape.read(fields, ids));
            case AGENT -> add(fields, agents, AgentShape.read(fields, ids));
            case CALL -> {
                leftOut++;
                fields.warning("", "import.call");
            }
            case TARGET -> fields.error("", "import.target_place");
        }
    }

    private void campaign(Fields fields) {
        CampaignShape.oddIds(fields, oddIds);
        add(fields, campaigns, CampaignShape.read(fields, ids));
    }

    private void outdial(Fields fields, Json.Obj object) {
        var targets = object.get(OutdialShape.TARGETS);
        if (targets != null
                && !(targets instanceof Json.Null || targets instanceof Json.Array)
                && !(targets instanceof Json.Obj page && isPage(page))) {
            fields.error(OutdialShape.TARGETS, "field.not_list", Shown.of(targets));
        }
        var outdial = OutdialShape.read(fields, ids);
        if (!isTaken(fields, outdial)) {
            return;
        }
        var read = ofLists.getOrDefault(fields.place(), new ReadTargets());
        read.others(outdial).forEach(problems::add);
        idle(fields.place(), read.inCall());
        outdials.add(read.in(outdial, this::again));
    }

    private void idle(Place list, long inCall) {
        if (inCall > 0) {
            problems.add(Problem.warning(
                    "import.targets_idle", list.field(OutdialShape.TARGETS).toString(), inCall));
        }
    }

    /** Targets that stand without a list go into the list that they name, if it comes with them. */
    private void joinLoose() {
        loose.lists().forEach((id, ofList) -> {
            var at = outdials.stream()
                    .filter(list -> list.outdial().id().equals(id))
                    .findFirst();
            if (at.isEmpty()) {
                problems.add(Problem.error("import.no_list", ofList.first.toString(), id.toString(), ofList.size));
                return;
            }
            idle(ofList.first, ofList.inCall);
            var own = at.get();
            var more = loose.of(own.outdial(), this::again);
            outdials.set(outdials.indexOf(own), own.and(more));
        });
    }

    private <R extends Resource> void add(Fields fields, List<R> all, R resource) {
        if (isTaken(fields, resource)) {
            all.add(resource);
        }
    }

    /** Not what was deleted where it comes from: nobody would see it here. */
    private boolean isTaken(Fields fields, Resource resource) {
        if (resource.deleted()) {
            leftOut++;
            fields.warning("tm_delete", "import.deleted_there", Shown.of(resource.name()));
            return false;
        }
        var first = Optional.ofNullable(places.putIfAbsent(resource.id(), fields.place()));
        first.ifPresent(place -> problems.add(Problem.error(
                "import.duplicate_id",
                fields.place().field("id").toString(),
                resource.id().toString(),
                place.toString())));
        return true;
    }
}
