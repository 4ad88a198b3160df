@NullMarked
package dev.outpace.ui.texts;

import org.jspecify.annotations.NullMarked;
