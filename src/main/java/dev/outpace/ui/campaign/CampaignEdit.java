package dev.outpace.ui.campaign;

import dev.outpace.flow.FlowCheck;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.util.Subscription;

/**
 * A campaign that is being edited: the saved one, and over it the fields that were changed here. A field that was not
 * touched follows what others save; a touched one remembers what it was, so that two who change the same are noticed.
 */
final class CampaignEdit {
    private static final Set<CampaignField<?>> ONLY_IN_STOP =
            Set.of(CampaignField.TYPE, CampaignField.LIST, CampaignField.QUEUE);

    /** Both are values of the field that it stands for. */
    private record Change(Object base, Object wanted) {}

    private final Map<CampaignField<?>, Change> changes = new LinkedHashMap<>();
    private final Set<CampaignField<?>> unreadable = new HashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final OutplanEdit outplan = new OutplanEdit(this::tell);
    private final List<Runnable> whenChecked = new ArrayList<>();
    private final DraftCheck check;
    private Campaign saved;
    private List<Problem> problems = List.of();
    private boolean saving;
    /** Counts the drafts; {@code checked} is the last of which the problems are known. */
    private long version;

    private long checked = -1;
    private boolean checking;

    /** @param check places of its problems are the names of fields */
    CampaignEdit(Campaign saved, DraftCheck check) {
        this.saved = saved;
        this.check = check;
        check();
    }

    Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    Campaign saved() {
        return saved;
    }

    /** The outplan that the draft names. */
    OutplanEdit outplan() {
        return outplan;
    }

    <T> T get(CampaignField<T> field) {
        return value(field, true);
    }

    <T> T saved(CampaignField<T> field) {
        return field.of(saved);
    }

    /** Back at the saved value it is no change any more. */
    <T> void set(CampaignField<T> field, T value) {
        boolean wasUnreadable = unreadable.remove(field);
        if (!wasUnreadable && value.equals(get(field))) {
            return;
        }
        if (field.same(value, field.of(saved))) {
            changes.remove(field);
        } else {
            changes.put(field, new Change(value(field, false), value));
        }
        tell();
    }

    /** Something was typed that is no value of the field. */
    void setUnreadable(CampaignField<?> field) {
        unreadable.add(field);
        tell();
    }

    boolean isUnreadable(CampaignField<?> field) {
        return unreadable.contains(field);
    }

    boolean isChanged(CampaignField<?> field) {
        return changes.containsKey(field) || unreadable.contains(field);
    }

    /** Whether others gave a changed field another value meanwhile. */
    boolean isChangedElsewhere(CampaignField<?> field) {
        return changes.containsKey(field) && changedElsewhere(field);
    }

    private <T> boolean changedElsewhere(CampaignField<T> field) {
        return !field.same(value(field, false), field.of(saved)) && !field.same(value(field, true), field.of(saved));
    }

    /** Type, list and queue change only while the campaign is stopped; a change made before can still be taken back. */
    boolean isLocked(CampaignField<?> field) {
        return saved.status() != CampaignStatus.STOP && ONLY_IN_STOP.contains(field) && !isChanged(field);
    }

    /** What the workspace has now, whoever saved it. */
    void take(Campaign now) {
        saved = now;
        changes.keySet().removeIf(this::isSaved);
        tell();
    }

    private <T> boolean isSaved(CampaignField<T> field) {
        return field.same(value(field, true), field.of(saved));
    }

    /** The workspace has taken these values from here, so that seeing them come back is no surprise. */
    void accepted(Campaign values) {
        changes.replaceAll((field, change) -> new Change(field.of(values), change.wanted()));
        changes.keySet().removeIf(this::isSaved);
        tell();
    }

    void revert() {
        changes.clear();
        unreadable.clear();
        outplan.revert();
        tell();
    }

    /** What the draft refers to has changed. */
    void checkAgain() {
        tell();
    }

    void setSaving(boolean now) {
        saving = now;
        tell();
    }

    boolean isSaving() {
        return saving;
    }

    /** The saved campaign with everything that was changed here. */
    Campaign draft() {
        return compose(true);
    }

    /** The same with the values that the changes began from. */
    Campaign base() {
        return compose(false);
    }

    /** How many fields differ from what is saved, those of the outplan too. */
    int changes() {
        return (int) CampaignField.ALL.stream().filter(this::isChanged).count() + outplan.changes();
    }

    boolean hasFieldChanges() {
        return !changes.isEmpty();
    }

    boolean isDirty() {
        return changes() > 0;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What is wrong with one field. */
    List<Problem> problemsAt(CampaignField<?> field) {
        return problems.stream()
                .filter(problem -> placeOf(problem).equals(field.place()))
                .toList();
    }

    /** What stands between the changes and saving. */
    int errors() {
        return (int) problems.stream().filter(this::blocks).count() + unreadable.size() + outplan.errors();
    }

    /** A flow that came with errors stands in the way of no other edit. */
    private boolean blocks(Problem problem) {
        return problem.isError() && (isChanged(CampaignField.ACTIONS) || !FlowCheck.isOfFlow(problem));
    }

    boolean canSave() {
        return isDirty() && isChecked() && errors() == 0 && !saving;
    }

    /** Whether the problems are those of the draft, not of one before it. */
    boolean isChecked() {
        return checked == version;
    }

    /** Runs at once, or as soon as the problems of the draft are known. */
    void whenChecked(Runnable action) {
        if (isChecked()) {
            action.run();
        } else {
            whenChecked.add(action);
        }
    }

    private void tell() {
        version++;
        check();
        if (!isChecked()) {
            tellListeners();
        }
    }

    private void tellListeners() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** One draft after the other: what was edited while a check runs is checked when that has ended. */
    private void check() {
        if (checking) {
            return;
        }
        checking = true;
        long now = version;
        check.check(draft(), found -> take(found, now), () -> {
            checking = false;
            // Nothing that waited may happen with a later draft.
            whenChecked.clear();
        });
    }

    private void take(List<Problem> found, long of) {
        checking = false;
        if (of != version) {
            check();
            return;
        }
        problems = found;
        checked = of;
        tellListeners();
        var waiting = List.copyOf(whenChecked);
        whenChecked.clear();
        waiting.forEach(Runnable::run);
    }

    /** The field that a problem belongs to; what would refuse a start names the campaign as its place. */
    private static String placeOf(Problem problem) {
        if (problem.place().startsWith(CampaignField.ACTIONS.place())) {
            return CampaignField.ACTIONS.place();
        }
        if (!problem.code().startsWith("start.")) {
            return problem.place();
        }
        return switch (problem.code().substring("start.".length())) {
            case "no_list", "list_missing", "list_in_use" -> CampaignField.LIST.place();
            case "no_outplan", "outplan_missing" -> CampaignField.OUTPLAN.place();
            case "queue_missing" -> CampaignField.QUEUE.place();
            case "next_missing" -> CampaignField.NEXT.place();
            default -> CampaignField.ACTIONS.place();
        };
    }

    @SuppressWarnings("unchecked") // A change holds values of its field only.
    private <T> T value(CampaignField<T> field, boolean wanted) {
        var change = changes.get(field);
        if (change == null) {
            return field.of(saved);
        }
        return (T) (wanted ? change.wanted() : change.base());
    }

    private Campaign compose(boolean wanted) {
        return CampaignField.compose(saved, new CampaignField.Values() {
            @Override
            public <T> T of(CampaignField<T> field) {
                return value(field, wanted);
            }
        });
    }
}
