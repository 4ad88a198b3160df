@NullMarked
package dev.outpace.ui;

import org.jspecify.annotations.NullMarked;
