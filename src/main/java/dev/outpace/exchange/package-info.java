/** Files: JSON in the published format, CSV lists. Free of threads. */
@NullMarked
package dev.outpace.exchange;

import org.jspecify.annotations.NullMarked;
