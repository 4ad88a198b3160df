package dev.outpace.ui.targets;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.targets.ImportModel.Stage;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Workspace;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the screen of each list, and keeps the imports: one that is under way goes on when its screen is left. */
public final class TargetListScreens {

    private final Parts parts;
    private final Map<UUID, ImportModel> imports = new HashMap<>();
    private final Set<UUID> closed = new HashSet<>();
    private @Nullable UUID shown;

    /** What every list's screen is made with. */
    public record Parts(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            Clock clock,
            DialogLayer dialogs,
            ToastLayer toasts,
            CsvFiles files,
            Runnable goBack) {}

    public TargetListScreens(Parts parts) {
        this.parts = parts;
    }

    public TargetListScreen of(OutdialRow list) {
        return new TargetListScreen(list, parts, this);
    }

    void shown(@Nullable UUID outdialId) {
        shown = outdialId;
    }

    /** The import of a list whose panel is open, also while its screen is left. */
    @Nullable
    ImportModel openImport(UUID outdialId) {
        return closed.contains(outdialId) ? null : imports.get(outdialId);
    }

    ImportModel importInto(OutdialRow list) {
        closed.remove(list.id());
        return imports.computeIfAbsent(
                list.id(),
                id -> new ImportModel(
                        id, parts.workspace().targetImports(), parts.tasks(), parts.clock(), () -> ended(list)));
    }

    /** The panel is closed; what is under way goes on, and its end is told. */
    void close(UUID outdialId) {
        var model = imports.get(outdialId);
        if (model != null && model.isReading()) {
            if (!model.isRunning()) {
                model.cancel();
            }
            closed.add(outdialId);
        } else if (model != null) {
            model.forget();
            imports.remove(outdialId);
        }
    }

    private void ended(OutdialRow list) {
        if (list.id().equals(shown) && !closed.contains(list.id())) {
            return;
        }
        var texts = parts.texts();
        var name = list.outdial().name();
        var model = Objects.requireNonNull(imports.get(list.id()));
        switch (model.stage()) {
            case Stage.Added(var targets, var _, var _) -> {
                var added = texts.get("import.addedTo", targets, name);
                long rejected = model.rejected();
                parts.toasts()
                        .show(
                                ImportProgress.ADDED,
                                rejected == 0 ? added : added + ' ' + texts.get("import.rejectedToo", rejected));
            }
            case Stage.Failed(var reason) ->
                parts.toasts().show(ImportProgress.FAILED, (texts.get("import.failedTo", name) + ' ' + reason).strip());
            default -> {}
        }
    }
}
