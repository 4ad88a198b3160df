package dev.outpace.ui.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Outplan;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OutplanEditTest {
    private final Outplan saved = EditRig.daytime();
    private final OutplanEdit edit = new OutplanEdit(() -> {});

    OutplanEditTest() {
        edit.show(saved);
    }

    private static Outplan with(Outplan like, long timeout, List<Integer> tries) {
        return new Outplan(
                like.id(),
                like.name(),
                like.detail(),
                like.source(),
                timeout,
                like.tryInterval(),
                tries,
                like.stamps(),
                like.unknown());
    }

    @Test
    void countsEachValueThatDiffers() {
        edit.type(with(saved, 45_000, List.of(4, 2, 2, 0, 0)));
        assertThat(edit.changes()).isEqualTo(3);
        edit.type(saved);
        assertThat(edit.changes()).isZero();
        assertThat(edit.wanted()).isNull();
    }

    @Test
    void somethingUnusableIsAChangeAndAProblem() {
        edit.type(null);
        assertThat(edit.changes()).isEqualTo(1);
        assertThat(edit.errors()).isEqualTo(1);
        edit.revert();
        assertThat(edit.errors()).isZero();
    }

    @Test
    void followsOthersWhileNothingIsTyped() {
        edit.show(with(saved, 60_000, saved.maxTryCounts()));
        assertThat(edit.isChanged()).isFalse();
        assertThat(edit.isChangedElsewhere()).isFalse();
    }

    @Test
    void whatOthersChangeBesideComesThrough() {
        edit.type(with(saved, 45_000, saved.maxTryCounts()));
        edit.show(with(saved, saved.dialTimeout(), List.of(3, 2, 1, 1, 0)));
        assertThat(edit.isChangedElsewhere()).isTrue();
        var wanted = Objects.requireNonNull(edit.wanted());
        assertThat(wanted.dialTimeout()).isEqualTo(45_000);
        assertThat(wanted.maxTryCounts()).containsExactly(3, 2, 1, 1, 0);
    }

    @Test
    void anotherOutplanForgetsWhatWasTyped() {
        edit.type(with(saved, 45_000, saved.maxTryCounts()));
        edit.show(null);
        assertThat(edit.isChanged()).isFalse();
    }

    @Test
    void oneDestinationMoreIsARaise() {
        assertThat(OutplanEdit.raised(saved, with(saved, 30_000, List.of(3, 2, 1, 1, 0))))
                .isTrue();
        assertThat(OutplanEdit.raised(saved, with(saved, 30_000, List.of(2, 2, 1, 0, 0))))
                .isFalse();
        assertThat(OutplanEdit.raised(null, saved)).isFalse();
    }
}
