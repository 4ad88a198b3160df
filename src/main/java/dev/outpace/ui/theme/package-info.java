/** The look of the console: fonts, light and dark, style sheets. FX thread only, except for reading the mode's name. */
@NullMarked
package dev.outpace.ui.theme;

import org.jspecify.annotations.NullMarked;
