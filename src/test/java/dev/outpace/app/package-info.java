@NullMarked
package dev.outpace.app;

import org.jspecify.annotations.NullMarked;
