@NullMarked
package dev.outpace.ui.campaign;

import org.jspecify.annotations.NullMarked;
