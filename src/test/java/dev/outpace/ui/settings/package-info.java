@NullMarked
package dev.outpace.ui.settings;

import org.jspecify.annotations.NullMarked;
