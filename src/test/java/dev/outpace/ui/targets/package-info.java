@NullMarked
package dev.outpace.ui.targets;

import org.jspecify.annotations.NullMarked;
