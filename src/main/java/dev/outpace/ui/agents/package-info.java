/**
 * Queues and agents: who serves what, and how everyone stands right now, as tiles and as a table. FX thread, except the
 * pure {@link dev.outpace.ui.agents.QueueTags}.
 */
@NullMarked
package dev.outpace.ui.agents;

import org.jspecify.annotations.NullMarked;
