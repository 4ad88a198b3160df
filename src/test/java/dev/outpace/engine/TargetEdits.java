package dev.outpace.engine;

import dev.outpace.model.Address;
import dev.outpace.model.OutdialTarget;
import java.util.List;

/** What people do to targets while an engine runs. */
interface TargetEdits {
    void add(OutdialTarget target);

    /** A new address in a slot resets its tries and brings back who was not reached; not while the target is in a call. */
    void readdress(OutdialTarget target, List<Address> destinations);
}
