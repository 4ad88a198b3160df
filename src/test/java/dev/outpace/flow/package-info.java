@NullMarked
package dev.outpace.flow;

import org.jspecify.annotations.NullMarked;
