@NullMarked
package dev.outpace.ui.shell;

import org.jspecify.annotations.NullMarked;
