package dev.outpace.app;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Who has a workspace open, in words for others who try to open it. */
final class Owner {
    private Owner() {}

    /** @param what "the console", "outpace audit" */
    static String of(String what) {
        var process = ProcessHandle.current();
        return what + " (process " + process.pid() + " of " + System.getProperty("user.name") + ", since "
                + ZonedDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"))
                + ")";
    }
}
