package dev.outpace.store;

import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RuleSet;
import dev.outpace.rules.CallingRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calling rules by which claims are made, ready to be asked. Used on the writer thread only. */
final class ClaimRules implements StoreListener {
    private final TargetRows rows;
    private final TargetTable table;
    private final ClassHeads heads;
    private final HoursClasses classes;
    private final HeldTargets held;
    private final Classification classification;
    private final Columns columns;
    private final ResourceTables resources;
    private final DoNotCallTable doNotCall;
    private final ZoneId workspaceZone;
    private final Map<UUID, RuleGate> gates = new HashMap<>();
    /** Columns that tell people for any set of the workspace; null if they have to be read. */
    private @Nullable List<String> personKeys;

    ClaimRules(
            TargetRows rows,
            TargetTable table,
            ClassHeads heads,
            HoursClasses classes,
            HeldTargets held,
            Classification classification,
            Columns columns,
            ResourceTables resources,
            DoNotCallTable doNotCall,
            ZoneId workspaceZone) {
        this.rows = rows;
        this.table = table;
        this.heads = heads;
        this.classes = classes;
        this.held = held;
        this.classification = classification;
        this.columns = columns;
        this.resources = resources;
        this.doNotCall = doNotCall;
        this.workspaceZone = workspaceZone;
    }

    /** Reads what is kept in memory, at opening and after a commit failed. */
    void load(Connection connection) throws SQLException {
        classes.load(connection);
        held.forgetAll();
        personKeys = null;
    }

    @Override
    public void committed(StoreChanges changes) {
        for (var resource : changes.resources()) {
            switch (resource) {
                case RuleSet set -> {
                    personKeys = null;
                    held.edited(set);
                }
                case Campaign campaign -> held.edited(campaign);
                default -> {}
            }
        }
    }

    private List<String> personKeys(Connection connection) throws SQLException {
        var keys = personKeys;
        if (keys == null) {
            keys = resources.load(connection).ruleSets().stream()
                    .map(RuleSet::personKey)
                    .filter(key -> !key.isEmpty())
                    .distinct()
                    .toList();
            personKeys = keys;
        }
        return keys;
    }

    void calledBy(Transaction transaction, Claim claim) throws SQLException {
        held.calledBy(transaction, claim.campaign().outdialId(), claim.rules());
    }

    /** Null where no rules hold: without a set, and for campaigns that dial nobody. */
    @Nullable
    RuledWalk walk(Transaction transaction, Claim claim) {
        var set = claim.rules();
        return set == null || claim.campaign().type() == CampaignType.FLOW
                ? null
                : new RuledWalk(transaction, claim, gate(set), rows, table, heads, classes, classification, doNotCall);
    }

    @SuppressWarnings("ReferenceEquality") // an edited set is another object
    RuleGate gate(RuleSet set) {
        var gate = gates.get(set.id());
        if (gate == null || gate.rules().set() != set) {
            gate = new RuleGate(new CallingRules(set, workspaceZone), classes, columns);
            gates.put(set.id(), gate);
        }
        return gate;
    }

    /** Notes who was dialed, for the limits per person of every set. */
    void dialed(Transaction transaction, Claim claim, OutdialTarget target) throws SQLException {
        var keys = personKeys(transaction.connection());
        if (keys.isEmpty() || claim.campaign().type() == CampaignType.FLOW) {
            return;
        }
        var data = columns.unknown(target.data());
        for (var column : keys) {
            var person = RuleGate.personOf(column, data);
            if (!person.isEmpty()) {
                transaction.change(
                        "insert into call_person (person, at, call_id) values (?, ?, ?)",
                        person,
                        Columns.micros(claim.now()),
                        claim.callId());
            }
        }
    }
}
