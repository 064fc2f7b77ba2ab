package dev.licet.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The name of a party, with its legal form set apart.
 *
 * @param words what is left
 * @param forms the legal forms, each by one of its spellings
 */
record OrganizationName(List<String> words, Set<String> forms) {

    /** A legal form a line: how it is written, in full and in short. Without dots, in lower case. */
    private static final Map<String, String> FORMS = spellings("""
            inc, incorporated
            corp, corporation
            co, company, cie
            ltd, limited, ltda, limitada, ltee
            llc, limited liability company, ooo, ооо
            lp, llp, lllp, limited partnership, limited liability partnership
            pbc, public benefit corporation
            plc, public limited company
            pcl, public company limited
            gmbh, ggmbh, mbh, gmbh and co kg
            ag, aktiengesellschaft
            kg, kgaa
            se, societas europaea
            sa, sociedad anonima, societe anonyme, sociedade anonima
            sas, sasu
            sarl, sa rl, eurl
            srl
            spa, societa per azioni
            bv, besloten vennootschap
            nv
            ab, aktiebolag
            as, asa
            aps
            oy, oyj
            kk, kabushiki kaisha, 株式会社, 株
            gk, godo kaisha, 合同会社
            pte
            pty
            pvt, private
            sdn bhd, bhd
            pt
            tbk
            ao, oao, zao, pao, jsc, ojsc, cjsc, pjsc, ао, оао, зао, пао
            ao, joint stock company, open joint stock company, closed joint stock company, public joint stock company
            fze, fzco, fzc, fz llc, dmcc
            wll
            ev
            ltd sti
            psc
            sro
            doo
            ood, eood
            kft
            zrt, nyrt
            sp zoo, spzoo
            sa de cv, sapi de cv, sab de cv
            有限公司, 有限责任公司, 有限責任公司, 股份有限公司
            주식회사
            """);

    /** Those that are written before the name as well. */
    private static final Set<String> LEADING = Set.of("""
            ao, oao, zao, pao, ooo, jsc, ojsc, cjsc, pjsc, pt, ао, оао, зао, пао, ооо, \
            joint stock company, public joint stock company, limited liability company""".split(", "));

    /** Those that follow the name without a space. */
    private static final List<String> ATTACHED = List.of("股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "株式会社", "合同会社", "주식회사");

    private static final int LONGEST = 4;

    static OrganizationName of(String name) {
        List<String> words = Spelling.without(Spelling.words(name), Set.of("the"));
        var forms = new TreeSet<String>();
        for (Optional<List<String>> rest = rest(words, forms); rest.isPresent(); rest = rest(words, forms)) {
            words = rest.get();
        }
        return new OrganizationName(List.copyOf(words), forms);
    }

    /** The words without one legal form, which is noted. */
    private static Optional<List<String>> rest(List<String> words, Set<String> forms) {
        for (int length = Math.min(LONGEST, words.size() - 1); length > 0; length--) {
            List<String> last = words.subList(words.size() - length, words.size());
            Optional<String> form = form(last);
            if (form.isPresent()) {
                forms.add(form.get());
                return Optional.of(words.subList(0, words.size() - length));
            }
            String first = String.join(" ", words.subList(0, length));
            if (LEADING.contains(first)) {
                forms.add(FORMS.getOrDefault(first, first));
                return Optional.of(words.subList(length, words.size()));
            }
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String last = words.get(words.size() - 1);
        for (String attached : ATTACHED) {
            if (last.endsWith(attached) && last.length() > attached.length()) {
                forms.add(FORMS.getOrDefault(attached, attached));
                var shorter = new ArrayList<>(words);
                shorter.set(words.size() - 1, last.substring(0, last.length() - attached.length()));
                return Optional.of(shorter);
            }
        }
        return Optional.empty();
    }

    /** Single letters may be written apart, as in {@code L L C} and {@code A/S}. */
    private static Optional<String> form(List<String> words) {
        Optional<String> form = Optional.ofNullable(FORMS.get(String.join(" ", words)));
        return form.isEmpty() && words.size() > 1 && words.stream().allMatch(word -> word.length() == 1)
                ? Optional.ofNullable(FORMS.get(String.join("", words)))
                : form;
    }

    private static Map<String, String> spellings(String lines) {
        var forms = new HashMap<String, String>();
        lines.lines().forEach(line -> {
            String[] spellings = line.split(", ");
            for (String spelling : spellings) {
                forms.putIfAbsent(spelling, spellings[0]);
            }
        });
        return Map.copyOf(forms);
    }

    String key() {
        return Spelling.key(words);
    }

    /** Whether both may be one: a name without a legal form leaves it open. */
    boolean mayShareFormWith(OrganizationName other) {
        return forms.isEmpty() || other.forms.isEmpty() || forms.stream().anyMatch(other.forms::contains);
    }
}
