/** The outplans: their table, their form, and the editor that a campaign's settings show too. FX thread. */
@NullMarked
package dev.outpace.ui.outplans;

import org.jspecify.annotations.NullMarked;
