package dev.outpace.workspace;

import dev.outpace.flow.FlowCheck;
import dev.outpace.flow.FlowContext;
import dev.outpace.formats.CampaignFiles;
import dev.outpace.formats.SetUp;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.FilePlace;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.ResourceBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The campaigns of files and what is wrong in their flows, without storing anything. Each file is read for itself, so that
 * two editions of one campaign can be checked together.
 */
public final class FlowFiles {
    private static final Pattern OF_ACTION = Pattern.compile("actions\\[([0-9]{1,9})](?:\\.option\\.(.*)|.*)");

    private final List<OneFile> files;
    private final Map<UUID, Campaign> campaigns = new HashMap<>();
    private final Map<UUID, Queue> queues = new HashMap<>();

    private record OneFile(String name, SetUp setUp) {}

    /**
     * A problem with all that leads to it.
     *
     * @param campaign its name; empty where the problem is of the file
     * @param place within the campaign, or of the file
     * @param actionId as it stands in the file; nil for an action that has none, empty for a problem of no action
     * @param actionType empty for a problem of no action
     */
    public record Found(
            String file, String campaign, String place, String actionId, String actionType, Problem problem) {}

    private record Subject(String id, String type) {
        static final Subject NONE = new Subject("", "");
    }

    /** @param known resources besides those of the files, which come first */
    public FlowFiles(List<Path> paths, ResourceBook known) {
        var reader = new CampaignFiles(UUID::randomUUID);
        files = paths.stream()
                .map(path -> new OneFile(path.toString(), reader.readFlows(List.of(path))))
                .toList();
        known.campaigns().forEach(campaign -> campaigns.put(campaign.id(), campaign));
        known.queues().forEach(queue -> queues.put(queue.id(), queue));
        for (var file : files) {
            file.setUp().campaigns().forEach(campaign -> campaigns.put(campaign.id(), campaign));
            file.setUp().queues().forEach(queue -> queues.put(queue.id(), queue));
        }
    }

    /** Of the files, in their order. */
    public List<Campaign> campaigns() {
        return files.stream().flatMap(file -> file.setUp().campaigns().stream()).toList();
    }

    /** The actions of a campaign, which is a flow for others; null where there is none of this id. */
    public @Nullable List<Action> flow(UUID id) {
        var campaign = campaigns.get(id);
        return campaign == null ? null : campaign.actions();
    }

    public Optional<Queue> queue(UUID id) {
        return Optional.ofNullable(queues.get(id));
    }

    /** The id of an action of a campaign of these files as it stands there; nil where it has none. */
    public String writtenId(Campaign campaign, int index) {
        return files.stream()
                .filter(file -> file.setUp().campaigns().contains(campaign))
                .findFirst()
                .map(file -> subject(file, campaign, index).id())
                .orElse("");
    }

    /** The campaigns that are meant by an id or a name: none, one, or several of the same name. */
    public List<Campaign> named(String wanted) {
        var all = campaigns();
        var byId = all.stream()
                .filter(campaign -> campaign.id().toString().equalsIgnoreCase(wanted))
                .toList();
        return byId.isEmpty()
                ? all.stream()
                        .filter(campaign -> campaign.name().equals(wanted))
                        .toList()
                : byId;
    }

    /** What the files themselves have wrong; what only matters to an import is left out. */
    public List<Found> problemsOfFiles() {
        return files.stream().flatMap(FlowFiles::ofFile).toList();
    }

    /** All that is wrong: of each file first the file itself, then the flow of each of its campaigns. */
    public List<Found> check() {
        var found = new ArrayList<Found>();
        for (var file : files) {
            ofFile(file).forEach(found::add);
            file.setUp().campaigns().forEach(campaign -> ofFlow(file, campaign).forEach(found::add));
        }
        return found;
    }

    private Stream<Found> ofFlow(OneFile file, Campaign campaign) {
        return new FlowCheck(campaign.actions(), contextOf(campaign))
                .check().stream().map(problem -> found(file, campaign, problem.place(), problem));
    }

    private FlowContext contextOf(Campaign campaign) {
        return new FlowContext(campaign.type(), campaign.queueId(), queues::containsKey, campaigns::containsKey);
    }

    private static Stream<Found> ofFile(OneFile file) {
        return file.setUp().problems().stream()
                .filter(problem -> problem.isError() || !problem.code().startsWith("import."))
                .map(problem -> ofFile(file, problem));
    }

    private static Found ofFile(OneFile file, Problem problem) {
        var place = problem.place();
        if (place.startsWith(file.name() + ":") || place.startsWith(file.name() + " ")) {
            place = place.substring(file.name().length() + 1);
        } else if (place.equals(file.name())) {
            place = "";
        }
        for (var campaign : file.setUp().campaigns()) {
            var path = pathOf(file, campaign);
            if (path.isEmpty() || place.startsWith(path + '.')) {
                var within = path.isEmpty() ? place : place.substring(path.length() + 1);
                return found(file, campaign, within, problem);
            }
        }
        return new Found(file.name(), "", place, "", "", problem);
    }

    private static Found found(OneFile file, Campaign campaign, String place, Problem problem) {
        var action = OF_ACTION.matcher(place);
        var subject = Subject.NONE;
        if (action.matches()) {
            int index = Integer.parseInt(action.group(1));
            subject = subject(file, campaign, index);
            if (action.group(2) != null && index < campaign.actions().size()) {
                subject = nested(campaign.actions().get(index).options(), action.group(2), subject);
            }
        }
        return new Found(file.name(), campaign.name(), place, subject.id(), subject.type(), problem);
    }

    private static Subject subject(OneFile file, Campaign campaign, int index) {
        var path = pathOf(file, campaign);
        var at = new FilePlace(file.name(), (path.isEmpty() ? "" : path + '.') + "actions[" + index + ']');
        boolean known = index < campaign.actions().size();
        var id = known ? campaign.actions().get(index).id() : Ids.NIL;
        var type = known ? campaign.actions().get(index).type() : "";
        return new Subject(file.setUp().oddIds().getOrDefault(at, id.toString()), type);
    }

    /** The action of a flow within an action, where {@code place} leads to one. */
    private static Subject nested(Json.Obj options, String place, Subject outer) {
        var inner = OF_ACTION.matcher(place);
        if (!inner.matches()
                || !(options.get("actions") instanceof Json.Array(var items))
                || Integer.parseInt(inner.group(1)) >= items.size()
                || !(items.get(Integer.parseInt(inner.group(1))) instanceof Json.Obj action)) {
            return outer;
        }
        var subject = new Subject(action.text("id", Ids.NIL.toString()), action.text("type", ""));
        return inner.group(2) != null && action.get("option") instanceof Json.Obj option
                ? nested(option, inner.group(2), subject)
                : subject;
    }

    private static String pathOf(OneFile file, Campaign campaign) {
        var place = file.setUp().places().get(campaign.id());
        return place == null ? "" : place.path();
    }
}
