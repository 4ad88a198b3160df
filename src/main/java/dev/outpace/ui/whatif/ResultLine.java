package dev.outpace.ui.whatif;

import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfAnswer.Point;
import java.util.List;

/** A line of the table. */
record ResultLine(Point point, boolean current, boolean best, boolean underLimit) {
    static List<ResultLine> of(WhatIfAnswer answer) {
        var current = answer.current();
        var best = answer.best();
        return answer.points()
                .map(point -> new ResultLine(
                        point,
                        current.filter(point::equals).isPresent(),
                        best.filter(point::equals).isPresent(),
                        answer.isUnderLimit(point)))
                .toList();
    }
}
