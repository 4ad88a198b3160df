package dev.outpace.engine;

import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.Imported;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import java.util.List;

/** Resources that are made, changed and deleted while campaigns run: one by one, or all that files bring at once. */
final class Edits {
    private final Floor floor;
    private final CampaignLife life;
    private final EditCheck editCheck;
    private final ImportCheck importCheck;

    Edits(Floor floor, CampaignLife life) {
        this.floor = floor;
        this.life = life;
        editCheck = new EditCheck(floor.book);
        importCheck = new ImportCheck(floor.book);
    }

    List<Problem> edited(Edited edit) {
        var resource = edit.resource();
        var problems = editCheck.check(resource);
        if (problems.stream().anyMatch(Problem::isError)) {
            return problems;
        }
        floor.factLog.write(new Fact.ResourceSaved(resource));
        take(resource);
        if (edit.reopen()) {
            reopen(resource);
        }
        if (isStaff(resource)) {
            assignStaff();
        }
        floor.wakeAll();
        return problems;
    }

    List<Problem> imported(Imported files) {
        var resources = files.resources();
        var problems = importCheck.check(resources, files.replace());
        if (problems.stream().anyMatch(Problem::isError)) {
            return problems;
        }
        floor.factLog.write(new Fact.SetUpSaved(files.importId(), resources));
        resources.forEach(this::take);
        if (resources.stream().anyMatch(Edits::isStaff)) {
            assignStaff();
        }
        floor.wakeAll();
        return problems;
    }

    private void take(Resource resource) {
        switch (resource) {
            case Campaign campaign -> life.edited(campaign);
            case Outplan outplan -> {
                floor.book.put(outplan);
                for (var campaign : floor.book.campaigns()) {
                    if (campaign.outplanId().equals(outplan.id())) {
                        floor.list(campaign.outdialId()).somethingMayBeDue();
                    }
                }
            }
            case Outdial _, Queue _, Agent _ -> floor.book.put(resource);
        }
    }

    private void reopen(Resource resource) {
        switch (resource) {
            case Campaign campaign -> reopen(campaign);
            case Outplan outplan ->
                floor.book.campaigns().stream()
                        .filter(campaign -> campaign.outplanId().equals(outplan.id()))
                        .forEach(this::reopen);
            case Outdial _, Queue _, Agent _ -> {}
        }
    }

    private void reopen(Campaign campaign) {
        var outplan = floor.outplanOf(campaign);
        floor.factLog.write(new Fact.TargetsReopened(
                campaign.outdialId(),
                outplan.maxTryCounts(),
                floor.clock.wallTime(),
                floor.clock.wallTimeAfter(outplan.retryAfter())));
    }

    private static boolean isStaff(Resource resource) {
        return resource instanceof Queue || resource instanceof Agent;
    }

    private void assignStaff() {
        floor.board.assign(floor.book, floor.clock.wallTime());
        assignTelephony();
    }

    void assignTelephony() {
        floor.telephony.assign(List.copyOf(floor.book.queues()), List.copyOf(floor.book.agents()));
    }
}
