package dev.outpace.engine;

import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.Imported;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.floor.CallFloor;
import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.RuleSet;
import java.util.List;
import java.util.function.Predicate;

/** Applies new, changed and deleted resources while campaigns run: single edits, and whole imports. */
final class Edits {
    private final Outside outside;
    private final CampaignRuns campaigns;
    private final CallFloor floor;
    private final Telephony telephony;
    private final CampaignLife life;
    private final EditCheck editCheck;
    private final ImportCheck importCheck;

    Edits(Outside outside, CampaignRuns campaigns, CallFloor floor, Telephony telephony, CampaignLife life) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.floor = floor;
        this.telephony = telephony;
        this.life = life;
        editCheck = new EditCheck(campaigns.book());
        importCheck = new ImportCheck(campaigns.book());
    }

    List<Problem> edited(Edited edit) {
        var resource = edit.resource();
        var problems = editCheck.check(resource);
        if (problems.stream().anyMatch(Problem::isError)) {
            return problems;
        }
        outside.write(new Fact.ResourceSaved(resource));
        take(resource);
        if (edit.reopen()) {
            reopen(resource);
        }
        if (isStaff(resource)) {
            assignStaff();
        }
        campaigns.wakeAll();
        return problems;
    }

    List<Problem> imported(Imported files) {
        var resources = files.resources();
        var problems = importCheck.check(resources, files.replace());
        if (problems.stream().anyMatch(Problem::isError)) {
            return problems;
        }
        outside.write(new Fact.SetUpSaved(files.importId(), resources));
        resources.forEach(this::take);
        if (resources.stream().anyMatch(Edits::isStaff)) {
            assignStaff();
        }
        campaigns.wakeAll();
        return problems;
    }

    private void take(Resource resource) {
        switch (resource) {
            case Campaign campaign -> life.edited(campaign);
            case Outplan outplan -> {
                campaigns.book().put(outplan);
                mayBeDue(campaign -> campaign.outplanId().equals(outplan.id()));
            }
            case RuleSet rules -> {
                campaigns.book().put(rules);
                mayBeDue(campaign -> campaign.options().rulesId().equals(rules.id()));
            }
            case Outdial _, Queue _, Agent _ -> campaigns.book().put(resource);
        }
    }

    private void mayBeDue(Predicate<Campaign> concerned) {
        campaigns.book().campaigns().stream()
                .filter(concerned)
                .forEach(campaign -> campaigns.list(campaign.outdialId()).somethingMayBeDue());
    }

    private void reopen(Resource resource) {
        switch (resource) {
            case Campaign campaign -> reopen(campaign);
            case Outplan outplan ->
                campaigns.book().campaigns().stream()
                        .filter(campaign -> campaign.outplanId().equals(outplan.id()))
                        .forEach(this::reopen);
            case Outdial _, Queue _, Agent _, RuleSet _ -> {}
        }
    }

    private void reopen(Campaign campaign) {
        var outplan = campaigns.outplanOf(campaign);
        outside.write(new Fact.TargetsReopened(
                campaign.outdialId(),
                outplan.maxTryCounts(),
                outside.wallTime(),
                outside.wallTimeAfter(outplan.retryAfter())));
    }

    private static boolean isStaff(Resource resource) {
        return resource instanceof Queue || resource instanceof Agent;
    }

    private void assignStaff() {
        floor.assign(campaigns.book(), outside.wallTime());
        assignTelephony();
    }

    void assignTelephony() {
        telephony.assign(
                List.copyOf(campaigns.book().queues()),
                List.copyOf(campaigns.book().agents()));
    }
}
