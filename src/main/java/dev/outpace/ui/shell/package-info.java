/** The window around all screens: navigation, top bar, status bar, shortcuts, command palette. FX thread only. */
@NullMarked
package dev.outpace.ui.shell;

import org.jspecify.annotations.NullMarked;
