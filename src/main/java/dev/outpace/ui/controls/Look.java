package dev.outpace.ui.controls;

/** How a state looks beside its word. A busy agent, for example, has an accent icon and a plain word. */
public record Look(Tone tone, Tone wordTone, Symbol symbol) {
    public Look(Tone tone, Symbol symbol) {
        this(tone, tone, symbol);
    }
}
