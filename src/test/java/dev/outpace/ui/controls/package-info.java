@NullMarked
package dev.outpace.ui.controls;

import org.jspecify.annotations.NullMarked;
