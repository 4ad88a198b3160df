package dev.outpace.formats;

import dev.outpace.model.ColumnUse;
import dev.outpace.model.Outplan;
import java.util.Locale;
import java.util.Optional;

/** Where a column goes, as the one word that command lines and remembered mappings say for it. */
public final class ColumnUseWord {
    private static final String DESTINATION = "destination";

    private ColumnUseWord() {}

    public static String of(ColumnUse use) {
        return switch (use) {
            case ColumnUse.Name() -> "name";
            case ColumnUse.Detail() -> "detail";
            case ColumnUse.Destination(var index) -> DESTINATION + '_' + index;
            case ColumnUse.NextDestination() -> DESTINATION;
            case ColumnUse.Country() -> "country";
            case ColumnUse.PhoneCode() -> "phone_code";
            case ColumnUse.AreaCode() -> "area_code";
            case ColumnUse.Zone() -> "zone";
            case ColumnUse.Region() -> "region";
            case ColumnUse.Priority() -> "priority";
            case ColumnUse.CallAt() -> "call_at";
            case ColumnUse.DoNotCall() -> "do_not_call";
            case ColumnUse.Data _ -> "data";
            case ColumnUse.Skip() -> "skip";
        };
    }

    /**
     * @param column its header, under which it stands in the data
     * @return empty where nothing is called so
     */
    public static Optional<ColumnUse> read(String word, String column) {
        var plain = word.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            if (plain.equals(DESTINATION + '_' + i)) {
                return Optional.of(new ColumnUse.Destination(i));
            }
        }
        return Optional.ofNullable(
                switch (plain) {
                    case "name" -> new ColumnUse.Name();
                    case "detail" -> new ColumnUse.Detail();
                    case DESTINATION -> new ColumnUse.NextDestination();
                    case "country" -> new ColumnUse.Country();
                    case "phone_code" -> new ColumnUse.PhoneCode();
                    case "area_code" -> new ColumnUse.AreaCode();
                    case "zone" -> new ColumnUse.Zone();
                    case "region" -> new ColumnUse.Region();
                    case "priority" -> new ColumnUse.Priority();
                    case "call_at" -> new ColumnUse.CallAt();
                    case "do_not_call" -> new ColumnUse.DoNotCall();
                    case "data" -> new ColumnUse.Data(column);
                    case "skip" -> new ColumnUse.Skip();
                    default -> null;
                });
    }
}
