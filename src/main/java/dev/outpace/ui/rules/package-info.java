/** Calling rules: their sets, and an editor for one. FX thread. */
@NullMarked
package dev.outpace.ui.rules;

import org.jspecify.annotations.NullMarked;
