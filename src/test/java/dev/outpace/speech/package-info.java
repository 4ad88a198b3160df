@NullMarked
package dev.outpace.speech;

import org.jspecify.annotations.NullMarked;
