package dev.outpace.ui.campaign;

/** What a tab of a campaign shows; follows live values only between the two. */
interface TabContent {

    void onShow();

    void onHide();

    /** Once a second while it is the tab in view. */
    default void tick() {}
}
