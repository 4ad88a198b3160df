@NullMarked
package dev.outpace.formats;

import org.jspecify.annotations.NullMarked;
