/** Building blocks of the screens: status words, cells, charts, cards, form rows, dialogs and toasts. FX thread only; colours come from the style sheets, words from whoever uses them. */
@NullMarked
package dev.outpace.ui.controls;

import org.jspecify.annotations.NullMarked;
