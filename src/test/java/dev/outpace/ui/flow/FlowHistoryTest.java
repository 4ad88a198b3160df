package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowHistoryTest {
    private final FlowHistory history = new FlowHistory(FlowDocument.EMPTY);

    @Test
    void editsOfOneKindInARowAreOneStep() {
        add("nudge", "nudge 1");
        add("nudge", "nudge 1");
        add("nudge", "nudge 2");
        history.undo();
        assertThat(history.canUndo()).isTrue();
        history.undo();
        assertThat(history.document()).isSameAs(FlowDocument.EMPTY);
        assertThat(history.redoName()).isEqualTo("nudge");
    }

    @Test
    void anotherEditTakesTheUndoneOnesAway() {
        add("one", null);
        add("two", null);
        history.undo();
        add("three", null);
        assertThat(history.canRedo()).isFalse();
        assertThat(history.undoName()).isEqualTo("three");
    }

    @Test
    void changesAreCountedFromTheSavedDocumentBothWays() {
        add("one", null);
        add("two", null);
        assertThat(history.changes()).isEqualTo(2);
        history.setSaved();
        assertThat(history.changes()).isZero();
        history.undo();
        assertThat(history.changes()).isEqualTo(1);
        history.redo();
        assertThat(history.changes()).isZero();
    }

    @Test
    void aSavedDocumentThatNoStepLeadsToIsNeverReachedAgain() {
        add("one", null);
        history.setSaved();
        history.undo();
        add("two", null);
        assertThat(history.changes()).isPositive();
        history.undo();
        assertThat(history.changes()).isPositive();
    }

    @Test
    void typingAfterSavingIsAChangeOfItsOwn() {
        add("text", "text 1");
        history.setSaved();
        add("text", "text 1");
        assertThat(history.changes()).isPositive();
        history.undo();
        assertThat(history.changes()).isZero();
    }

    private void add(String name, @org.jspecify.annotations.Nullable Object merge) {
        history.add(new FlowDocument(history.document().cards(), 0), name, merge);
    }
}
