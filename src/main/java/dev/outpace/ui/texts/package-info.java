/** All words of the console, from one bundle, and how numbers, rates and times are written. Immutable: any thread. */
@NullMarked
package dev.outpace.ui.texts;

import org.jspecify.annotations.NullMarked;
