@NullMarked
package dev.outpace.ui.whatif;

import org.jspecify.annotations.NullMarked;
