/**
 * When, how often and whom a campaign may call: pure functions of the rules, of where a number is, of what was done before,
 * and of the moment. Nothing here is advice on law; rules are expressed, not judged.
 */
@NullMarked
package dev.outpace.rules;

import org.jspecify.annotations.NullMarked;
