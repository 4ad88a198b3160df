/** The history of calls, page by page, with the calls in progress live and one call's life in detail. FX thread. */
@NullMarked
package dev.outpace.ui.calls;

import org.jspecify.annotations.NullMarked;
