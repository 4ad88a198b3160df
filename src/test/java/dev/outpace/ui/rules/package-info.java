@NullMarked
package dev.outpace.ui.rules;

import org.jspecify.annotations.NullMarked;
