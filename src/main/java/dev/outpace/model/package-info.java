/** The facts of the field and pure rules about them. Immutable values, free of threads: any thread may hold any of them. */
@NullMarked
package dev.outpace.model;

import org.jspecify.annotations.NullMarked;
