package dev.outpace.ui.flow;

/** What is under the pointer. */
sealed interface FlowHit {
    record Card(int index) implements FlowHit {}

    /** The circle under a card, from which its links leave. */
    record OutPort(int index) implements FlowHit {}

    record OnGhost(FlowScene.Ghost ghost) implements FlowHit {}

    record OnLink(LinkShape shape) implements FlowHit {}

    record Nothing() implements FlowHit {}
}
