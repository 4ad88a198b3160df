/**
 * Measures the program, each figure beside its baseline in the same run; {@code mvn -Pbench verify} writes the tables to
 * {@code target/bench.md}. Nothing here asserts a time. Each class runs in a process of its own.
 */
@NullMarked
package dev.outpace.bench;

import org.jspecify.annotations.NullMarked;
