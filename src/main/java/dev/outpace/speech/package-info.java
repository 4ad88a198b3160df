/** Texts become sounds: an installed voice speaks them, files keep them, and a small server hands them to the exchange. */
@NullMarked
package dev.outpace.speech;

import org.jspecify.annotations.NullMarked;
