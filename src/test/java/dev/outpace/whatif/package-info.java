@NullMarked
package dev.outpace.whatif;

import org.jspecify.annotations.NullMarked;
