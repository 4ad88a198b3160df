package dev.outpace.exchange;

import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.Shown;
import dev.outpace.model.TargetStatus;
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
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import tools.jackson.core.ObjectReadContext;

/** Puts the files of one command together, one after the other. */
final class SetUpReader {
    static final int MAX_TARGETS = 2_000_000;

    private static final Set<String> PARTS = Set.of("outplans", "outdials", "queues", "agents", "campaigns");

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
    private final List<Campaign> campaigns = new ArrayList<>();
    private final Map<UUID, Place> places = new HashMap<>();
    private final Map<Place, String> oddIds = new HashMap<>();
    private final Set<UUID> targetIds = new HashSet<>();

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
        return new SetUp(outplans, outdials, queues, agents, campaigns, places, oddIds, problems.list());
    }

    void read(Path path) {
        var file = path.toString();
        var targets = new HashMap<Place, List<OutdialTarget>>();
        try {
            var root = tree(path, (list, index, target) -> {
                var place = Place.whole(file).field("outdials").item(list);
                var ofList = targets.computeIfAbsent(place, _ -> new ArrayList<>());
                target(place.field(OutdialShape.TARGETS).item(index), target).ifPresent(ofList::add);
            });
            document(Place.whole(file), root, targets);
        } catch (IOException unreadable) {
            problems.add(FileFault.of(path, unreadable));
        } catch (FileRefused refused) {
            problems.add(refused.problem());
        }
    }

    private Json tree(Path path, JsonReader.TargetSink targets) throws IOException, FileRefused {
        var file = path.toString();
        if (Files.isDirectory(path)) {
            throw new FileRefused(Problem.error("file.folder", file));
        }
        if (Files.size(path) > JsonReader.MAX_BYTES) {
            throw new FileRefused(Problem.error("file.too_big", file, JsonReader.MAX_BYTES >> 20));
        }
        try (var in = through.apply(Files.newInputStream(path));
                var parser = JsonReader.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            return JsonReader.read(file, parser, targets);
        }
    }

    private void document(Place place, Json root, Map<Place, List<OutdialTarget>> targets) {
        switch (root) {
            case Json.Obj object
            when object.fields().keySet().stream().anyMatch(PARTS::contains) -> setUp(fields(object, place), targets);
            case Json.Obj object -> campaign(fields(object, place));
            case Json.Array(var items) when bareFlows && isFlow(items) -> campaign(fields(ofFlow(place, items), place));
            case Json.Array(var items) -> array(place, items);
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

    private void array(Place place, List<Json> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Json.Obj object) {
                campaign(fields(object, place.item(i)));
            } else {
                problems.add(Problem.error("field.not_object", place.item(i).toString(), Shown.of(items.get(i))));
            }
        }
        if (items.isEmpty()) {
            problems.add(Problem.error("import.nothing", place.toString()));
        }
    }

    private void setUp(Fields fields, Map<Place, List<OutdialTarget>> targets) {
        int before = places.size();
        outplans.addAll(resources(fields, "outplans", OutplanShape::read));
        outdials.addAll(fields.objects("outdials", object -> {
            var outdial = known(object.place(), OutdialShape.read(object, ids));
            return list(object.place(), outdial, targets.getOrDefault(object.place(), List.of()));
        }));
        queues.addAll(resources(fields, "queues", QueueShape::read));
        agents.addAll(resources(fields, "agents", AgentShape::read));
        fields.objects("campaigns", this::campaign);
        fields.rest().fields().keySet().forEach(name -> fields.warning(Shown.of(name), "field.left_out"));
        if (places.size() == before) {
            problems.add(Problem.error("import.nothing", fields.place().toString()));
        }
    }

    /** One target of the stream, before its list is known. */
    private Optional<OutdialTarget> target(Place place, Json value) throws FileRefused {
        if (problems.full()) {
            throw new FileRefused(Problem.error("import.given_up", place.toString()));
        }
        if (!(value instanceof Json.Obj object)) {
            problems.add(Problem.error("field.not_object", place.toString(), Shown.of(value)));
            return Optional.empty();
        }
        var target = TargetShape.read(fields(object, place), ids);
        if (!targetIds.add(target.id())) {
            var id = target.id().toString();
            problems.add(
                    Problem.error("import.duplicate_target", place.field("id").toString(), id));
        } else if (targetIds.size() > MAX_TARGETS) {
            throw new FileRefused(Problem.error("import.too_many_targets", place.toString(), MAX_TARGETS));
        }
        return Optional.of(target);
    }

    private TargetList list(Place place, Outdial outdial, List<OutdialTarget> targets) {
        int inCall = 0;
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            if (!Ids.isNil(target.outdialId()) && !target.outdialId().equals(outdial.id())) {
                var at = place.field(OutdialShape.TARGETS).item(i).field("outdial_id");
                problems.add(Problem.error(
                        "import.other_list", at.toString(), target.outdialId().toString()));
            }
            inCall += target.status() == TargetStatus.PROGRESSING ? 1 : 0;
            targets.set(i, TargetShape.idleIn(outdial.id(), target));
        }
        if (inCall > 0) {
            problems.add(Problem.warning(
                    "import.targets_idle", place.field(OutdialShape.TARGETS).toString(), inCall));
        }
        return new TargetList(outdial, targets);
    }

    private <R extends Resource> List<R> resources(Fields fields, String part, BiFunction<Fields, NewIds, R> read) {
        return fields.objects(part, object -> known(object.place(), read.apply(object, ids)));
    }

    private Campaign campaign(Fields fields) {
        CampaignShape.oddIds(fields, oddIds);
        var campaign = known(fields.place(), CampaignShape.read(fields, ids));
        campaigns.add(campaign);
        return campaign;
    }

    private <R extends Resource> R known(Place place, R resource) {
        var first = places.putIfAbsent(resource.id(), place);
        if (first != null) {
            problems.add(Problem.error(
                    "import.duplicate_id",
                    place.field("id").toString(),
                    resource.id().toString(),
                    first.toString()));
        }
        return resource;
    }
}
