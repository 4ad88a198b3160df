/** Target lists: all of them, and one with its targets and the import of more. FX thread. */
@NullMarked
package dev.outpace.ui.targets;

import org.jspecify.annotations.NullMarked;
