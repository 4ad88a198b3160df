package dev.outpace.formats;

import dev.outpace.model.Address;

/** What is known of the numbers of rows before they come in. */
public interface KnownNumbers {
    /** Of a first number that other targets have, too, without a target that a row could update. */
    long TAKEN = -1;

    /** The place of the target whose first number this is; {@link #TAKEN} where others have it; 0 where nobody has. */
    long targetOf(Address first);

    /** The name of the do-not-call list that an address is on; empty for none, or where nobody asks. */
    default String listed(Address address) {
        return "";
    }
}
