package dev.outpace.formats;

import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.FilePlace;
import dev.outpace.model.Json;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Shown;
import dev.outpace.numbers.NumberReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.ObjectReadContext;

/**
 * Puts the files of one command together, one after the other. A file holds what the published platform answers, one
 * resource or pages of them as well, or a whole set-up of parts.
 */
final class SetUpReader {
    private static final Set<String> PARTS = Set.of("outplans", "outdials", "queues", "agents", "rules", "campaigns");
    private static final String RESULT = "result";
    private static final String DATA = "data";

    private static final Set<String> CAMPAIGN_TYPES = Set.of("call", "flow");

    private final NewIds ids;
    private final UnaryOperator<InputStream> through;
    private final boolean bareFlows;
    private final NumberReader numbers;
    private final Problems problems = new Problems();
    private final List<Outplan> outplans = new ArrayList<>();
    private final List<TargetList> outdials = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final List<RuleSet> ruleSets = new ArrayList<>();
    private final List<Campaign> campaigns = new ArrayList<>();
    private final Map<UUID, FilePlace> places = new HashMap<>();
    private final Map<FilePlace, String> oddIds = new HashMap<>();
    private final SetUpTargets targets;
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
        targets = new SetUpTargets(ids, numbers, problems);
    }

    private Fields fields(Json.Obj object, FilePlace place) {
        return new Fields(object, place, problems, numbers::read);
    }

    SetUp setUp() {
        targets.joinLoose(outdials);
        if (places.isEmpty() && leftOut + targets.deleted() > 0 && !problems.any()) {
            problems.add(Problem.error("import.nothing_left", ""));
        }
        return new SetUp(outplans, outdials, queues, agents, ruleSets, campaigns, places, oddIds, problems.list());
    }

    void read(Path path) {
        var file = FilePlace.whole(path.toString());
        long before = found();
        long deletedBefore = targets.deleted();
        try {
            document(file, tree(path));
            if (found() == before && !problems.any()) {
                problems.add(Problem.error("import.nothing", file.toString()));
            }
        } catch (IOException unreadable) {
            problems.add(FileFault.of(path, unreadable));
        } catch (FileRefused refused) {
            problems.add(refused.problem());
        }
        long deleted = targets.deleted() - deletedBefore;
        if (deleted > 0) {
            problems.add(Problem.warning("import.targets_deleted", file.toString(), deleted));
        }
    }

    /** Whatever the files had so far, taken or left out. */
    private long found() {
        return places.size() + leftOut + targets.found();
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
            return JsonReader.read(
                    file, parser, (array, index, item) -> targets.take(FilePlace.whole(file), array, index, item));
        }
    }

    private void document(FilePlace place, Json root) throws FileRefused {
        switch (root) {
            case Json.Obj object
            when object.fields().keySet().stream().anyMatch(PARTS::contains) -> setUp(place, object);
            case Json.Obj object when isPage(object) -> list(place, object, this::resource);
            case Json.Obj object
            when isEvent(object) && object.get(DATA) instanceof Json.Obj data -> document(place.field(DATA), data);
            case Json.Obj object when ResourceKind.of(object) == ResourceKind.TARGET -> targets.addLoose(place, object);
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

    private static Json.Obj ofFlow(FilePlace place, List<Json> actions) {
        var file = String.valueOf(Path.of(place.file()).getFileName());
        return Json.Obj.EMPTY
                .with("type", new Json.Text("call"))
                .with("name", new Json.Text(file.replaceFirst("\\.json$", "")))
                .with("actions", new Json.Array(actions));
    }

    /** {@code {"result": […], "next_page_token": "…"}}: what the platform lists. */
    static boolean isPage(Json.Obj object) {
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
    private void list(FilePlace place, Json value, Reading read) {
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

    private void item(FilePlace place, Json item, Reading read) {
        switch (item) {
            case Json.Obj page when isPage(page) -> list(place, page, read);
            case Json.Obj object -> read.of(fields(object, place), object);
            default -> problems.add(Problem.error("field.not_object", place.toString(), Shown.of(item)));
        }
    }

    private void setUp(FilePlace place, Json.Obj parts) {
        part(place, parts, "outplans", fields -> add(fields, outplans, OutplanShape.read(fields, ids)));
        list(place.field("outdials"), parts.fields().getOrDefault("outdials", new Json.Null()), this::outdial);
        part(place, parts, "queues", fields -> add(fields, queues, QueueShape.read(fields, ids)));
        part(place, parts, "agents", fields -> add(fields, agents, AgentShape.read(fields, ids)));
        part(place, parts, "rules", fields -> add(fields, ruleSets, RuleSetShape.read(fields, ids)));
        part(place, parts, "campaigns", this::campaign);
        var whole = fields(parts, place);
        parts.fields().keySet().stream()
                .filter(name -> !PARTS.contains(name))
                .forEach(name -> whole.warning(Shown.of(name), "field.left_out"));
    }

    private void part(FilePlace place, Json.Obj parts, String name, Consumer<Fields> read) {
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
        var given = object.get(OutdialShape.TARGETS);
        if (given != null
                && !(given instanceof Json.Null || given instanceof Json.Array)
                && !(given instanceof Json.Obj page && isPage(page))) {
            fields.error(OutdialShape.TARGETS, "field.not_list", Shown.of(given));
        }
        var outdial = OutdialShape.read(fields, ids);
        if (isTaken(fields, outdial)) {
            outdials.add(targets.of(fields.place(), outdial));
        }
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
