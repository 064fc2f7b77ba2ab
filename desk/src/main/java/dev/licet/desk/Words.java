package dev.licet.desk;

import dev.licet.answer.Decision;
import dev.licet.facts.TransferKind;
import dev.licet.request.Country;
import dev.licet.request.Request;
import dev.licet.request.Transfer;
import java.util.List;
import java.util.Locale;

/** What tables and pictures call things. */
final class Words {
    private static final int MANY = 4;

    private Words() {}

    /** A country's English name. */
    static String country(Country country) {
        return new Locale.Builder().setRegion(country.code()).build().getDisplayCountry(Locale.ENGLISH);
    }

    static String countries(long count) {
        return count == 1 ? "1 country" : count + " countries";
    }

    /** The rules that decide, the first of many. */
    static String reason(Decision decision) {
        return reason(decision.rulesBehind());
    }

    static String reason(List<String> rules) {
        return rules.size() <= MANY
                ? String.join(", ", rules)
                : String.join(", ", rules.subList(0, MANY - 1)) + " and " + (rules.size() - MANY + 1) + " more";
    }

    /** A request in a line, without its place and day. */
    static String asked(Request request) {
        return request.model().name() + ", " + kind(request.transfer());
    }

    static String kind(Transfer transfer) {
        return transfer.kind().value().map(TransferKind::name).map(Words::lower).orElse("transfer kind unknown");
    }

    static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
