/**
 * What a user can do, one small facade per subject, the same from a window and from the command line. Any thread may call
 * it; what waits, waits in the futures.
 */
@NullMarked
package dev.outpace.workspace;

import org.jspecify.annotations.NullMarked;
