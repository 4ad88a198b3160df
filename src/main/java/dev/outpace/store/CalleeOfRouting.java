package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.TargetRouting;
import dev.outpace.rules.Callee;
import java.time.ZoneId;
import java.util.Set;

/** Where a target is, as far as its own fields say. */
final class CalleeOfRouting {
    private CalleeOfRouting() {}

    static Callee of(Address number, TargetRouting own) {
        return new Callee(own.zone().isEmpty() ? Set.of() : Set.of(ZoneId.of(own.zone())), own.region());
    }
}
