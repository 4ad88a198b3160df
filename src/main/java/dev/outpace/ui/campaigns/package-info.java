/** The campaigns, home of the console: their table, one of them beside it, new ones, and files. FX thread. */
@NullMarked
package dev.outpace.ui.campaigns;

import org.jspecify.annotations.NullMarked;
