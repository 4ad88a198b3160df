package dev.outpace.formats;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What headers say in the languages of lists seen in the wild. Words are compared in lower case and without accents; where a
 * language writes words together, by their stems.
 */
final class HeaderWords {
    private static final Set<String> WHOLE_NAME = Set.of(
            "name",
            "customer",
            "contact",
            "client",
            "person",
            "fullname",
            "customername",
            "contactname",
            "clientname",
            "namefirstlast",
            "firstlastname",
            "displayname",
            "leadname",
            "patient",
            "kunde",
            "kundin",
            "kundenname",
            "ansprechpartner",
            "vorundnachname",
            "nomcomplet",
            "nometprenom",
            "nomprenom",
            "nombrecompleto",
            "nombreyapellidos",
            "nomecompleto",
            "nomeecognome",
            "cliente",
            "klant",
            "klantnaam",
            "naam",
            "volledigenaam",
            "imieinazwisko",
            "klient",
            "фио",
            "клиент",
            "имяифамилия",
            "氏名",
            "名前",
            "お名前",
            "顧客名",
            "姓名",
            "客户",
            "名字",
            "이름",
            "성명");

    private static final Set<String> PART_OF_NAME = Set.of(
            "firstname",
            "middlename",
            "lastname",
            "surname",
            "givenname",
            "familyname",
            "forename",
            "namefirst",
            "namemiddle",
            "namelast",
            "fname",
            "lname",
            "vorname",
            "weiterevornamen",
            "nachname",
            "familienname",
            "zuname",
            "prenom",
            "nom",
            "nomdefamille",
            "nombre",
            "nombres",
            "primernombre",
            "apellido",
            "apellidos",
            "primerapellido",
            "segundoapellido",
            "nome",
            "cognome",
            "sobrenome",
            "apelido",
            "voornaam",
            "tussenvoegsel",
            "achternaam",
            "imie",
            "nazwisko",
            "имя",
            "фамилия",
            "отчество",
            "姓",
            "名",
            "성",
            "fornavn",
            "etternavn",
            "efternavn",
            "fornamn",
            "efternamn",
            "jmeno",
            "prijmeni");

    private static final Set<String> DETAIL = Set.of("detail", "details", "description");

    private static final Set<String> PHONE = Set.of(
            "tel",
            "mobile",
            "mobil",
            "mobilnummer",
            "mobilnr",
            "mobiel",
            "movil",
            "cell",
            "cellular",
            "cellulare",
            "celular",
            "handy",
            "handynummer",
            "handynr",
            "landline",
            "festnetz",
            "portable",
            "gsm",
            "msisdn",
            "tlf",
            "tfno",
            "fono",
            "fijo",
            "mobilne",
            "komorka",
            "komorkowy",
            "мобильный",
            "сотовый",
            "sip",
            "destination");

    /** Languages that write words together, and scripts without spaces. */
    private static final List<String> PHONE_STEMS =
            List.of("phone", "telefo", "telepho", "rufnummer", "телефон", "電話", "携帯", "手机", "电话", "手機", "전화", "휴대");

    private static final List<String> NO_PHONE_STEMS = List.of("phonetic", "fax");

    /** A phone only where the cells say so too. */
    private static final Set<String> MAYBE_PHONE = Set.of(
            "number",
            "numbers",
            "numero",
            "nummer",
            "numer",
            "номер",
            "contactnumber",
            "contactno",
            "callnumber",
            "home",
            "work",
            "office",
            "business",
            "homenumber",
            "worknumber",
            "officenumber",
            "dial",
            "ani");

    private static final Set<String> NO_PHONE = Set.of(
            "email",
            "mail",
            "pager",
            "isdn",
            "callback",
            "assistant",
            "telex",
            "tty",
            "code",
            "vorwahl",
            "type",
            "label",
            "id",
            "date",
            "datum",
            "fecha",
            "time",
            "zeit",
            "ext",
            "extension",
            "carrier",
            "provider",
            "consent",
            "status",
            "country",
            "count",
            "attempts",
            "zip",
            "plz",
            "postal",
            "notes",
            "note",
            "valid",
            "verified",
            "opt",
            "optin",
            "optout",
            "format",
            "region",
            "timezone",
            "call",
            "dnc",
            "name",
            "city",
            "street",
            "address",
            "price");

    private static final Set<String> COUNTRY = Set.of(
            "country",
            "countrycode",
            "countryregion",
            "businesscountryregion",
            "phonecountry",
            "land",
            "landerkennzeichen",
            "pais",
            "pays",
            "paese",
            "landcode",
            "kraj",
            "страна",
            "国",
            "国家",
            "국가");

    /** What is dialed before a number from abroad. */
    private static final Set<String> PHONE_CODE = Set.of(
            "phonecode",
            "phonecountrycode",
            "countrycallingcode",
            "countryphonecode",
            "countrydialcode",
            "callingcode",
            "dialcode",
            "dialingcode",
            "isdcode",
            "idd",
            "phoneprefix",
            "landesvorwahl",
            "landervorwahl",
            "indicatifpays",
            "indicatifdupays",
            "codigodepais",
            "codigopais",
            "prefijopais",
            "codicepaese",
            "ddi",
            "kodkraju",
            "кодстраны");

    private static final Set<String> AREA_CODE = Set.of(
            "areacode",
            "phonearea",
            "phoneareacode",
            "npa",
            "std",
            "stdcode",
            "vorwahl",
            "ortsvorwahl",
            "ddd",
            "lada",
            "codigodearea",
            "codigoarea",
            "codarea",
            "indicatif",
            "prefisso",
            "prefijo",
            "netnummer",
            "kengetal",
            "кодгорода");

    private static final Set<String> DO_NOT_CALL = Set.of(
            "donotcall",
            "dnc",
            "dontcall",
            "nocall",
            "nocalls",
            "donotphone",
            "donotcontact",
            "donotdial",
            "optout",
            "optedout",
            "phoneoptout",
            "calloptout",
            "hasoptedoutofcalls",
            "werbesperre",
            "anrufsperre",
            "nichtanrufen",
            "nepasappeler",
            "nollamar",
            "naoligar",
            "nonchiamare",
            "nietbellen");

    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");
    private static final Pattern NUMBERED = Pattern.compile("column_\\d+");

    private HeaderWords() {}

    static boolean isWholeName(String header) {
        return WHOLE_NAME.contains(joined(header));
    }

    static boolean isPartOfName(String header) {
        return PART_OF_NAME.contains(joined(header));
    }

    static boolean isDetail(String header) {
        return DETAIL.contains(joined(header));
    }

    static boolean isCountry(String header) {
        return COUNTRY.contains(joined(header));
    }

    static boolean isPhoneCode(String header) {
        return PHONE_CODE.contains(joined(header));
    }

    static boolean isAreaCode(String header) {
        return AREA_CODE.contains(joined(header));
    }

    static boolean isDoNotCall(String header) {
        return DO_NOT_CALL.contains(joined(header));
    }

    static boolean isPhone(String header) {
        var words = words(header);
        return mayBePhone(words) && words.stream().anyMatch(HeaderWords::isPhoneWord);
    }

    static boolean isMaybePhone(String header) {
        return MAYBE_PHONE.contains(joined(header));
    }

    private static boolean mayBePhone(List<String> words) {
        return Collections.disjoint(words, NO_PHONE)
                && words.stream().noneMatch(word -> NO_PHONE_STEMS.stream().anyMatch(word::contains));
    }

    private static boolean isPhoneWord(String word) {
        return PHONE.contains(word) || PHONE_STEMS.stream().anyMatch(word::contains);
    }

    static boolean isKnown(String header) {
        return isWholeName(header)
                || isPartOfName(header)
                || isPhone(header)
                || isMaybePhone(header)
                || isCountry(header)
                || isPhoneCode(header)
                || isAreaCode(header)
                || isDoNotCall(header);
    }

    /** Whether it stands in for a header: the file had none, or was one of rejected rows of such a file. */
    static boolean saysNothing(String header) {
        return NUMBERED.matcher(header).matches();
    }

    private static List<String> words(String header) {
        var apart =
                CAMEL.matcher(Normalizer.normalize(header, Normalizer.Form.NFC)).replaceAll(" ");
        var plain = ACCENTS.matcher(Normalizer.normalize(apart, Normalizer.Form.NFD))
                .replaceAll("");
        return Arrays.stream(BETWEEN_WORDS.split(
                        Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String joined(String header) {
        return String.join("", words(header));
    }
}
