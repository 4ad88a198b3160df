/** What would come of another pacing: the question as a form, the answer as advice, chart and table. FX thread only. */
@NullMarked
package dev.outpace.ui.whatif;

import org.jspecify.annotations.NullMarked;
