@NullMarked
package dev.outpace.exchange;

import org.jspecify.annotations.NullMarked;
