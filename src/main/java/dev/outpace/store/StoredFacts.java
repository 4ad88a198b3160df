package dev.outpace.store;

import dev.outpace.engine.FactLog;
import dev.outpace.model.CallStep;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Outdial;
import java.sql.SQLException;

/** Writes the facts of the engine. */
final class StoredFacts implements FactLog {
    private final Writer writer;
    private final TargetTable targets;
    private final CallRows calls;
    private final ResourceTables resources;
    private final Reopening reopening;
    private final SetUpWrites setUps;
    private final TargetRemoval removal;
    private final DialedNumbers numbers;
    private final ClockRepair clock;
    private final DoNotCallWrites doNotCall;

    StoredFacts(
            Writer writer,
            TargetTable targets,
            CallRows calls,
            ResourceTables resources,
            Reopening reopening,
            SetUpWrites setUps,
            TargetRemoval removal,
            DialedNumbers numbers,
            ClockRepair clock,
            DoNotCallWrites doNotCall) {
        this.writer = writer;
        this.targets = targets;
        this.calls = calls;
        this.resources = resources;
        this.reopening = reopening;
        this.setUps = setUps;
        this.removal = removal;
        this.numbers = numbers;
        this.clock = clock;
        this.doNotCall = doNotCall;
    }

    @Override
    public void write(Fact fact) {
        if (fact instanceof Fact.TargetsReopened reopened) {
            // Queued behind the engine's earlier facts, so that the first chunk sees them.
            var _ = writer.writeFact(_ -> true).thenRun(() -> reopening.begin(reopened));
        } else if (fact instanceof Fact.ClockRead(var now)) {
            clock.begin(now);
        } else if (fact instanceof Fact.SetUpSaved(var importId, var all)) {
            setUps.save(importId, all);
        } else if (fact instanceof Fact.ResourceSaved(Outdial list) && list.deleted()) {
            var _ = writer.writeFact(fact, transaction -> {
                        write(transaction, fact);
                        return true;
                    })
                    .thenRun(() -> removal.begin(list.id()));
        } else if (fact instanceof Fact.ResourceSaved(DoNotCallList _)) {
            var _ = writer.writeFact(fact, transaction -> {
                        write(transaction, fact);
                        return true;
                    })
                    .thenRun(doNotCall::begin);
        } else {
            var _ = writer.writeFact(fact, transaction -> {
                write(transaction, fact);
                return true;
            });
        }
    }

    void write(Transaction transaction, Fact fact) throws SQLException {
        switch (fact) {
            case Fact.CallProgressed(var call) -> calls.update(transaction, call);
            case Fact.CallClosed(var call, var fate) -> {
                calls.update(transaction, call);
                targets.callEnded(transaction, call, fate);
                numbers.ended(transaction, call);
                QuarterTable.add(transaction, call);
            }
            case Fact.CallNoted(var step) -> insertStep(transaction, step);
            case Fact.StatusesChanged(var changes) -> {
                for (var change : changes) {
                    resources.changeStatus(transaction, change);
                }
            }
            case Fact.ResourceSaved(var resource) -> {
                resources.save(transaction, resource);
                if (resource instanceof Outdial && resource.deleted()) {
                    removal.order(transaction, resource.id());
                } else if (resource instanceof DoNotCallList list) {
                    doNotCall.saved(transaction, list);
                }
            }
            case Fact.SetUpSaved _, Fact.TargetsReopened _, Fact.ClockRead _ ->
                throw new IllegalArgumentException("fact is written by its own class: " + fact);
        }
    }

    private static void insertStep(Transaction transaction, CallStep step) throws SQLException {
        transaction.change(
                "insert into campaign_call_step (call_id, at, kind, action_id, text) values (?, ?, ?, ?, ?)",
                step.callId(),
                Columns.micros(step.at()),
                step.kind().name(),
                step.actionId(),
                step.text());
    }

    @Override
    public boolean awaitCommitted() {
        try {
            return StoredTargets.await(writer.write(_ -> true));
        } catch (StoreException failure) {
            if (failure.down() == null) {
                throw failure;
            }
            return false;
        }
    }
}
