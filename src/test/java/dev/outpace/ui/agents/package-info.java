@NullMarked
package dev.outpace.ui.agents;

import org.jspecify.annotations.NullMarked;
