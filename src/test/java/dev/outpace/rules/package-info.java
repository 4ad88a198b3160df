@NullMarked
package dev.outpace.rules;

import org.jspecify.annotations.NullMarked;
