package dev.outpace.workspace;

import dev.outpace.model.Alarm;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import dev.outpace.store.Store;
import dev.outpace.store.StoreChanges;
import dev.outpace.store.StoreListener;
import java.time.Instant;
import java.util.function.Supplier;

/** Tells people that the database refused something that had happened. */
record RefusalAlarm(Supplier<Instant> now, WorkspaceNews news) implements StoreListener {
    @Override
    public void committed(StoreChanges changes) {}

    @Override
    public void refused() {
        news.alarmed(new Alarm(now.get(), Ids.NIL, Problem.error("alarm.fact_refused", "", Store.REFUSED_FACTS)));
    }
}
