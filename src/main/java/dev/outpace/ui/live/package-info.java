/**
 * What the workspace is doing, as observable rows for the views: changed in place, merged, a few times a second. Everything
 * here belongs to the FX thread, except {@link dev.outpace.ui.live.Pulse} and {@link dev.outpace.ui.live.Tasks}, which
 * lead to it from any thread.
 */
@NullMarked
package dev.outpace.ui.live;

import org.jspecify.annotations.NullMarked;
