/** Starts the program: command line, composition, folders, logging, ordered shutdown. Runs on the main thread. */
@NullMarked
package dev.outpace.app;

import org.jspecify.annotations.NullMarked;
