/** One campaign: its live picture, its actions, its settings. FX thread only. */
@NullMarked
package dev.outpace.ui.campaign;

import org.jspecify.annotations.NullMarked;
