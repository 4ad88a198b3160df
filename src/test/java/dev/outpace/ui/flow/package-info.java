@NullMarked
package dev.outpace.ui.flow;

import org.jspecify.annotations.NullMarked;
