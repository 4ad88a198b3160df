@NullMarked
package dev.outpace.workspace;

import org.jspecify.annotations.NullMarked;
