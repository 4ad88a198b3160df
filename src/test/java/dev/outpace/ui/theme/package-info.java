@NullMarked
package dev.outpace.ui.theme;

import org.jspecify.annotations.NullMarked;
