package dev.outpace.ui.campaign;

import dev.outpace.model.Campaign;
import dev.outpace.model.Problem;
import dev.outpace.ui.live.Tasks;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds out what is wrong with a draft. */
interface DraftCheck {
    /** Up to so many actions are checked within a keystroke. */
    int MAX_AT_ONCE = 200;

    /**
     * @param found takes the problems, at once or later on the FX thread
     * @param failed nothing is known of this draft
     */
    void check(Campaign draft, Consumer<List<Problem>> found, Runnable failed);

    static DraftCheck atOnce(Function<Campaign, List<Problem>> check) {
        return (draft, found, _) -> found.accept(check.apply(draft));
    }

    /** Large flows beside the FX thread. */
    static DraftCheck of(Function<Campaign, List<Problem>> check, Tasks tasks) {
        return (draft, found, failed) -> {
            if (draft.actions().size() <= MAX_AT_ONCE) {
                found.accept(check.apply(draft));
            } else {
                var _ = tasks.start(_ -> check.apply(draft), found, _ -> failed.run());
            }
        };
    }
}
