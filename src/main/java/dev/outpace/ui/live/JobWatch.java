package dev.outpace.ui.live;

import dev.outpace.workspace.SetUps;

/** Leads what the workspace tells of long work to the job that shows it. */
public final class JobWatch {
    private JobWatch() {}

    public static SetUps.Watch of(Job.Progress progress) {
        return new SetUps.Watch() {
            @Override
            public void at(long done, long total) {
                progress.at(done, total);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }
}
