@NullMarked
package dev.outpace.workspace.secrets;

import org.jspecify.annotations.NullMarked;
