@NullMarked
package dev.outpace.model;

import org.jspecify.annotations.NullMarked;
