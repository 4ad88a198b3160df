/** The settings of the workspace: lines, abandon limit, look, simulated telephony, folders. FX thread only. */
@NullMarked
package dev.outpace.ui.settings;

import org.jspecify.annotations.NullMarked;
