package dev.outpace.ui.whatif;

import dev.outpace.model.Campaign;
import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfProgress;
import dev.outpace.whatif.WhatIfQuestion;
import dev.outpace.whatif.WhatIfRun;
import dev.outpace.whatif.WhatIfSetting;
import dev.outpace.whatif.WhatIfStart;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.WhatIf;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Who simulates: the workspace, or a test's own. */
interface WhatIfSource {

    /** Empty where no rule paces the campaign. */
    CompletableFuture<Optional<WhatIfStart>> start(UUID campaignId);

    WhatIfRun ask(WhatIfQuestion question, WhatIfProgress progress);

    CompletableFuture<Answer> apply(UUID campaignId, WhatIfSetting setting);

    CompletableFuture<Answer> undo(Campaign before);

    CompletableFuture<Answer> export(WhatIfAnswer answer, Path file);

    static WhatIfSource of(WhatIf whatIf) {
        return new WhatIfSource() {
            @Override
            public CompletableFuture<Optional<WhatIfStart>> start(UUID campaignId) {
                return whatIf.start(campaignId);
            }

            @Override
            public WhatIfRun ask(WhatIfQuestion question, WhatIfProgress progress) {
                return whatIf.ask(question, progress);
            }

            @Override
            public CompletableFuture<Answer> apply(UUID campaignId, WhatIfSetting setting) {
                return whatIf.apply(campaignId, setting);
            }

            @Override
            public CompletableFuture<Answer> undo(Campaign before) {
                return whatIf.undo(before);
            }

            @Override
            public CompletableFuture<Answer> export(WhatIfAnswer answer, Path file) {
                return whatIf.export(answer, file);
            }
        };
    }
}
