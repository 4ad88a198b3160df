package dev.outpace.rules;

import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.RuleSet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds stored calls that a set of rules forbade, by the definitions alone. Each target is a person; numbers tell where they are. */
public final class RuleBreaches {
    private final RuleSet set;
    private final ZoneId workspaceZone;
    private final Callees callees = new Callees();

    public RuleBreaches(RuleSet set, ZoneId workspaceZone) {
        this.set = set;
        this.workspaceZone = workspaceZone;
    }

    /**
     * @param calls all of them, in the order of their claims
     * @param from the set is in force from then on
     */
    public List<CampaignCall> in(List<CampaignCall> calls, Instant from) {
        var placed = calls.stream()
                .filter(call -> call.referenceType() == CampaignType.CALL && call.cause() != EndCause.NOT_PLACED)
                .toList();
        var found = new ArrayList<CampaignCall>();
        for (int i = 0; i < placed.size(); i++) {
            var call = placed.get(i);
            if (!call.createdAt().isBefore(from)
                    && !new SlowRules(set, callees.of(Objects.requireNonNull(call.destination())), workspaceZone)
                            .allows(done(call, placed.subList(0, i)), call.createdAt())) {
                found.add(call);
            }
        }
        return found;
    }

    private static Done done(CampaignCall call, List<CampaignCall> before) {
        var toNumber = before.stream().filter(one -> sameNumber(one, call)).toList();
        var toPerson = before.stream()
                .filter(one -> one.outdialTargetId().equals(call.outdialTargetId()))
                .toList();
        var both = new ArrayList<>(toNumber);
        both.addAll(toPerson);
        return new Done(
                toNumber.stream().map(CampaignCall::createdAt).toList(),
                toPerson.stream().map(CampaignCall::createdAt).toList(),
                lastEnd(both.stream().filter(one -> one.connectedAt() != null).toList(), call),
                lastEnd(
                        both.stream()
                                .filter(one -> one.cause() == EndCause.REJECTED)
                                .toList(),
                        call),
                lastEnd(
                        toNumber.stream()
                                .filter(one -> one.cause() == EndCause.ABANDONED)
                                .toList(),
                        call));
    }

    private static boolean sameNumber(CampaignCall one, CampaignCall other) {
        return Objects.requireNonNull(one.destination())
                .dialKey()
                .equals(Objects.requireNonNull(other.destination()).dialKey());
    }

    private static @Nullable Instant lastEnd(List<CampaignCall> calls, CampaignCall next) {
        return calls.stream()
                .map(call -> call.endedAt() == null ? next.createdAt() : call.endedAt())
                .max(Instant::compareTo)
                .orElse(null);
    }
}
