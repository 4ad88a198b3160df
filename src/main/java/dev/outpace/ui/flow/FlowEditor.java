package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowCheck;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.model.Action;
import dev.outpace.model.Problem;
import dev.outpace.model.Severity;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A flow that is being edited: its document with the history, what is selected, and what is wrong with it. */
public final class FlowEditor {
    /** What listeners are told of. */
    public enum Change {
        DOCUMENT,
        SELECTION,
        PROBLEMS
    }

    private static final double COPY_OFFSET = 24;

    private final Texts texts;
    private final FlowEdits edits;
    private final FlowCopy copies;
    private final FlowHistory history = new FlowHistory(FlowDocument.EMPTY);
    private final Set<Long> selection = new LinkedHashSet<>();
    private final List<Consumer<Change>> listeners = new ArrayList<>();
    private List<Problem> problems = List.of();
    private Map<Integer, List<Problem>> byAction = Map.of();
    private Map<Long, CardPoint> settled = Map.of();
    private boolean placed = true;

    /** @param newId for actions that get one */
    public FlowEditor(Texts texts, Supplier<UUID> newId) {
        this.texts = texts;
        edits = new FlowEdits(newId);
        copies = new FlowCopy(newId);
    }

    public Subscription onChange(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(Change change) {
        List.copyOf(listeners).forEach(listener -> listener.accept(change));
    }

    FlowDocument document() {
        return history.document();
    }

    public List<Action> actions() {
        return document().actions();
    }

    /** What the workspace has; no edit leads back to what was here before. Cards that are the same stay where they are. */
    public void open(List<Action> actions, FlowPlaces places) {
        boolean fresh = document().isEmpty();
        var rebuilt = FlowCopy.rebuilt(document(), actions);
        placed = !fresh || actions.isEmpty() || places.covers(actions);
        history.reset(
                places.covers(actions)
                        ? places.apply(rebuilt)
                        : rebuilt.withPlaces(card -> card.withAt(settled.getOrDefault(card.key(), card.at()))));
        settled = placesByKey();
        keepSelection();
        tell(Change.DOCUMENT);
    }

    /** The same flow, in which saving has given ids. */
    public void adopt(List<Action> actions) {
        history.amend(FlowCopy.rebuilt(document(), actions));
        tell(Change.DOCUMENT);
    }

    /** Whether a card lies where neither the first layout nor the saved places put it. */
    public boolean isMoved() {
        return document().cards().stream().anyMatch(card -> !card.at().equals(settled.get(card.key())));
    }

    private Map<Long, CardPoint> placesByKey() {
        return document().cards().stream().collect(Collectors.toMap(FlowCard::key, FlowCard::at));
    }

    /** Whether its cards have places that a person or a layout gave them. */
    public boolean isPlaced() {
        return placed;
    }

    /** The first places of a flow that came without: no change of it. */
    void firstPlaces(List<CardPoint> places) {
        placed = true;
        history.amend(edits.place(document(), byKey(places)));
        settled = placesByKey();
        tell(Change.DOCUMENT);
    }

    void arrange(List<CardPoint> places) {
        apply("arrange", "", edits.place(document(), byKey(places)), null);
    }

    private Map<Long, CardPoint> byKey(List<CardPoint> places) {
        var byKey = new HashMap<Long, CardPoint>();
        var cards = document().cards();
        for (int i = 0; i < cards.size(); i++) {
            byKey.put(cards.get(i).key(), places.get(i));
        }
        return byKey;
    }

    public FlowPlaces places() {
        return FlowPlaces.of(document());
    }

    private void apply(String name, String what, FlowDocument document, @Nullable Object merge) {
        history.add(document, texts.get("flowCanvas.edit." + name, what), merge);
        placed = true;
        keepSelection();
        tell(Change.DOCUMENT);
    }

    private void apply(String name, String what, FlowEdits.Edited edited) {
        history.add(edited.document(), texts.get("flowCanvas.edit." + name, what), null);
        placed = true;
        selection.clear();
        selection.addAll(edited.touched());
        tell(Change.DOCUMENT);
        tell(Change.SELECTION);
    }

    private void keepSelection() {
        if (selection.removeIf(key -> document().indexOf(key) < 0)) {
            tell(Change.SELECTION);
        }
    }

    /** After what is selected, or where the flow has room. */
    public void add(ActionType type) {
        long after = primary();
        var action = NewActions.of(type);
        if (after >= 0) {
            apply("add", type.published(), edits.insertAfter(document(), after, action));
        } else if (document().isEmpty()) {
            add(type, new CardPoint(0, 0));
        } else {
            long last = document().cards().getLast().key();
            apply("add", type.published(), edits.insertAfter(document(), last, action));
        }
    }

    void add(ActionType type, CardPoint at) {
        apply("add", type.published(), edits.add(document(), NewActions.of(type), at));
    }

    void insertOn(ActionType type, long from, Port port) {
        apply("add", type.published(), edits.insertOn(document(), from, port, NewActions.of(type)));
    }

    void insertOn(ActionType type, long from, Port port, CardPoint at) {
        apply("add", type.published(), edits.insertOn(document(), from, port, NewActions.of(type), at));
    }

    /** @param nudge by keys: those in a row are one step */
    void move(Collection<Long> keys, double dx, double dy, boolean nudge) {
        if (dx != 0 || dy != 0) {
            apply("move", named(keys), edits.move(document(), keys, dx, dy), nudge ? "nudge " + keys : null);
        }
    }

    void connect(long from, Port port, long to) {
        apply("connect", typeOf(from), edits.connect(document(), from, port, to), null);
    }

    /** Leads a link to a card that goes to its end meanwhile. */
    void joinTo(Link link, long key, CardPoint at) {
        long from = document().cards().get(link.from()).key();
        var joined = edits.connect(document(), from, link.port(), key);
        apply("connect", typeOf(from), edits.place(joined, Map.of(key, at)), null);
    }

    /** Puts a card that lies free between the two ends of a link. */
    void splice(Link link, long key, double dx, double dy) {
        long from = document().cards().get(link.from()).key();
        var spliced = edits.splice(document(), from, link.port(), key);
        apply("connect", typeOf(key), edits.move(spliced, List.of(key), dx, dy), null);
    }

    void disconnect(long from, Port port) {
        apply("disconnect", typeOf(from), edits.disconnect(document(), from, port), null);
    }

    void deleteSelection(boolean reconnect) {
        if (selection.isEmpty()) {
            return;
        }
        var gone = List.copyOf(selection);
        int next = document().indexOf(gone.getFirst());
        var edited = reconnect ? edits.deleteAndReconnect(document(), gone) : edits.delete(document(), gone);
        apply(reconnect ? "deleteAndReconnect" : "delete", named(gone), edited, null);
        if (!document().isEmpty()) {
            select(List.of(document()
                    .cards()
                    .get(Math.clamp(next - 1L, 0, document().size() - 1))
                    .key()));
        }
    }

    void duplicateSelection() {
        if (!selection.isEmpty()) {
            apply(
                    "duplicate",
                    named(selection),
                    edits.duplicate(document(), selection, COPY_OFFSET, COPY_OFFSET + FlowEdits.ROW));
        }
    }

    List<Action> copied() {
        return FlowCopy.copied(document(), selection);
    }

    void cutSelection() {
        var gone = List.copyOf(selection);
        apply("cut", named(gone), edits.delete(document(), gone), null);
    }

    void paste(List<Action> actions, CardPoint at) {
        if (!actions.isEmpty()) {
            var places = FlowLayout.placeQuickly(new FlowGraph(copies.renamed(actions, FlowDocument.EMPTY)));
            apply(
                    "paste",
                    texts.get("flowCanvas.actions", actions.size()),
                    edits.paste(
                            document(),
                            actions,
                            places.stream()
                                    .map(place -> place.plus(at.x(), at.y()))
                                    .toList()));
        }
    }

    void makeFirst(long key) {
        apply("makeFirst", typeOf(key), edits.makeFirst(document(), key), null);
    }

    /** @param option whose values in a row are one step; empty for a step of its own */
    public void replace(int index, Action action, String option) {
        var card = document().cards().get(index);
        if (!card.action().equals(action)) {
            apply(
                    "change",
                    action.type(),
                    edits.replace(document(), card.key(), action),
                    option.isEmpty() ? null : "option " + card.key() + ' ' + option);
        }
    }

    /** What a form of the inspector asks for the selected card. */
    void perform(InspectorEdit edit) {
        long key = primary();
        int index = document().indexOf(key);
        if (index < 0) {
            return;
        }
        switch (edit) {
            case InspectorEdit.Option(var changed, var option) -> replace(index, changed, option);
            case InspectorEdit.Branches(var changed) -> replace(index, changed, "");
            case InspectorEdit.Connect(var port, var to) -> {
                if (to < 0) {
                    disconnect(key, port);
                } else {
                    connect(key, port, document().cards().get(to).key());
                }
            }
            case InspectorEdit.Delete() -> deleteSelection(false);
            case InspectorEdit.Duplicate() -> duplicateSelection();
        }
    }

    /** The whole flow anew, as from its JSON or from a template; cards that are the same stay where they are. */
    void setActions(List<Action> actions, String name, @Nullable Object merge) {
        if (!actions.equals(actions())) {
            history.add(FlowCopy.rebuilt(document(), actions), name, merge);
            keepSelection();
            tell(Change.DOCUMENT);
        }
    }

    /** Another flow in place of this one, with ids of its own, as one step. */
    void begin(List<Action> actions, String name) {
        var renamed = copies.renamed(actions, FlowDocument.EMPTY);
        var document = FlowCopy.rebuilt(document(), renamed);
        var places = FlowLayout.placeQuickly(document.graph());
        var byKey = new HashMap<Long, CardPoint>();
        for (int i = 0; i < places.size(); i++) {
            byKey.put(document.cards().get(i).key(), places.get(i));
        }
        history.add(edits.place(document, byKey), name, null);
        placed = true;
        keepSelection();
        tell(Change.DOCUMENT);
    }

    public void undo() {
        if (history.canUndo()) {
            history.undo();
            keepSelection();
            tell(Change.DOCUMENT);
        }
    }

    public void redo() {
        if (history.canRedo()) {
            history.redo();
            keepSelection();
            tell(Change.DOCUMENT);
        }
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    /** What undo takes back, in words; empty for nothing. */
    public String undoName() {
        return history.undoName();
    }

    public String redoName() {
        return history.redoName();
    }

    public void setSaved() {
        history.setSaved();
        settled = placesByKey();
    }

    public int changes() {
        return history.changes();
    }

    Set<Long> selection() {
        return selection;
    }

    boolean isSelected(long key) {
        return selection.contains(key);
    }

    /** The one of the selected that forms and keys are about; -1 for none. */
    long primary() {
        return selection.isEmpty() ? -1 : selection.iterator().next();
    }

    /** By index of the list; -1 for none. */
    public int selectedIndex() {
        return document().indexOf(primary());
    }

    void select(Collection<Long> keys) {
        if (!List.copyOf(selection).equals(List.copyOf(keys))) {
            selection.clear();
            selection.addAll(keys);
            tell(Change.SELECTION);
        }
    }

    public void selectIndex(int index) {
        select(
                index < 0 || index >= document().size()
                        ? List.of()
                        : List.of(document().cards().get(index).key()));
    }

    void toggle(long key) {
        if (!selection.remove(key)) {
            selection.add(key);
        }
        tell(Change.SELECTION);
    }

    /** @param found of the flow as it is now */
    public void setProblems(List<Problem> found) {
        if (!found.equals(problems)) {
            problems = List.copyOf(found);
            byAction = problems.stream().collect(Collectors.groupingBy(FlowCheck::indexOf));
            tell(Change.PROBLEMS);
        }
    }

    public List<Problem> problems() {
        return problems;
    }

    List<Problem> problemsOf(int index) {
        return byAction.getOrDefault(index, List.of());
    }

    /** The worst of a card; null for none. */
    @Nullable
    Severity severity(int index) {
        var found = problemsOf(index);
        return found.stream().anyMatch(Problem::isError)
                ? Severity.ERROR
                : found.isEmpty() ? null : found.getFirst().severity();
    }

    private String typeOf(long key) {
        var card = document().card(key);
        return card == null ? "" : card.action().type();
    }

    private String named(Collection<Long> keys) {
        return keys.size() == 1 ? typeOf(keys.iterator().next()) : texts.get("flowCanvas.actions", keys.size());
    }
}
