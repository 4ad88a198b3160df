/** What the actions of a flow are and how a flow runs, step by step. A run belongs to the thread that drives it. */
@NullMarked
package dev.outpace.flow;

import org.jspecify.annotations.NullMarked;
