package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;

/** The editor for each kind of option. */
final class OptionEditors {
    private OptionEditors() {}

    static OptionEditor of(OptionForm form, OptionSpec spec, String name) {
        return switch (spec.kind()) {
            case PARAGRAPH -> new ParagraphEditor(form, spec, name);
            case TEXT, EXPRESSION, URL -> new LineEditor(form, spec, name);
            case LANGUAGE -> new LanguageEditor(form, spec, name);
            case CHOICE -> new ChoiceEditor(form, spec, name);
            case FLAG -> new FlagEditor(form, spec, name);
            case MILLISECONDS, SECONDS -> new DurationEditor(form, spec, name);
            case COUNT -> spec.least() == -1 ? new ClockEditor(form, spec, name) : new CountEditor(form, spec, name);
            case NUMBER -> new NumberEditor(form, spec, name);
            case KEYS -> new KeysEditor(form, spec, name);
            case VARIABLE -> new VariableEditor(form, spec, name);
            case URLS -> new ListEditor(form, spec, name, ListEditor.Items.URLS);
            case ADDRESSES -> new ListEditor(form, spec, name, ListEditor.Items.ADDRESSES);
            case ATTACHMENTS -> new ListEditor(form, spec, name, ListEditor.Items.ATTACHMENTS);
            case ACTION -> new TargetEditor(form, spec, name);
            case BRANCHES -> new BranchesEditor(form, spec, name);
            case QUEUE, FLOW, RESOURCE -> new ReferenceEditor(form, spec, name);
            case ADDRESS -> new AddressEditor(form, spec, name);
            case WEEKDAYS -> new WeekdaysEditor(form, spec, name);
            case ACTIONS -> new NestedEditor(form, spec, name);
        };
    }
}
