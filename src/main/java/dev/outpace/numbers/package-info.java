/**
 * What people write for a phone, as the one form in which it is dialed. The metadata of all countries is loaded with the
 * first number that is read, not before.
 */
@NullMarked
package dev.outpace.numbers;

import org.jspecify.annotations.NullMarked;
