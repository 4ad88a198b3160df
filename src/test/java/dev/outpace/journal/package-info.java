@NullMarked
package dev.outpace.journal;

import org.jspecify.annotations.NullMarked;
