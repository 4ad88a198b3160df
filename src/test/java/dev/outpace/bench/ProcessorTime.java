package dev.outpace.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Processor time of this process's threads by their names: unlike time on the wall, it is the same on a busy machine. */
final class ProcessorTime {
    private ProcessorTime() {}

    /** Nanoseconds that the threads of a name have used so far. */
    static long of(String threadName) {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(threadName))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }
}
