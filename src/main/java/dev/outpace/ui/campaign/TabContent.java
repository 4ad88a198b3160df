package dev.outpace.ui.campaign;

/** What a tab of a campaign shows; follows live values only between the two. */
interface TabContent {

    void onShow();

    void onHide();
}
