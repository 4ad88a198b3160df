@NullMarked
package dev.outpace.store;

import org.jspecify.annotations.NullMarked;
