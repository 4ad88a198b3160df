/** Tests of the history of calls. */
@NullMarked
package dev.outpace.ui.calls;

import org.jspecify.annotations.NullMarked;
