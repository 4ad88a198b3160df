package dev.outpace.ui.controls;

import javafx.scene.control.ScrollPane;

/**
 * A page that fills its place, and scrolls where it has too little of it. A scroll pane by itself asks how much height its
 * content needs without saying for which width, and so shows no bar where things stand below one another.
 */
public final class PageScroll extends ScrollPane {
    private static final double BAR = 10;

    public PageScroll() {
        getStyleClass().add("page");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    @Override
    protected void layoutChildren() {
        var content = getContent();
        // For the width beside the bar, so that the answer does not depend on whether there is one.
        boolean tall = content != null && content.minHeight(getWidth() - BAR) > getHeight();
        setVbarPolicy(tall ? ScrollBarPolicy.ALWAYS : ScrollBarPolicy.NEVER);
        super.layoutChildren();
    }
}
