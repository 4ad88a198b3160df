@NullMarked
package dev.outpace.ui.live;

import org.jspecify.annotations.NullMarked;
