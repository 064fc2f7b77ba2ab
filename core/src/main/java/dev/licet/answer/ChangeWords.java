package dev.licet.answer;

import dev.licet.answer.LegalChange.FigureChanges;
import dev.licet.answer.LegalChange.RowsBegin;
import dev.licet.answer.LegalChange.RowsEnd;
import dev.licet.answer.LegalChange.RuleBegins;
import dev.licet.answer.LegalChange.StatusChanges;
import dev.licet.answer.LegalChange.What;
import dev.licet.law.Status;
import dev.licet.request.Compute;
import java.util.List;

/** Writes changes of the law in the words of a language. */
final class ChangeWords {
    private static final int MANY = 6;

    private final Words words;

    ChangeWords(Words words) {
        this.words = words;
    }

    String of(LegalChange change) {
        What what = change.what();
        String name = change.name();
        if (what instanceof RuleBegins begins) {
            return begins.status() == Status.IN_FORCE
                    ? words.fill("law.begins", name)
                    : words.fill("law.beginsAs", name, words.of(begins.status()));
        }
        if (what instanceof StatusChanges status) {
            return words.fill("law.status", name, words.of(status.from()), words.of(status.to()));
        }
        if (what instanceof RowsBegin rows) {
            return rows("law.joins", name, rows.keys());
        }
        if (what instanceof RowsEnd rows) {
            return rows("law.leaves", name, rows.keys());
        }
        if (what instanceof FigureChanges figure) {
            return figure.to()
                    .map(to -> figure.from()
                            .map(from -> words.fill("law.figure", name, Compute.inWords(from), Compute.inWords(to)))
                            .orElseGet(() -> words.fill("law.figureBegins", name, Compute.inWords(to))))
                    .orElseGet(() -> words.fill("law.figureEnds", name));
        }
        return words.fill("law.ends", name);
    }

    private String rows(String verb, String list, List<String> keys) {
        return keys.size() > MANY
                ? words.fill(
                        verb + ".many",
                        String.join(", ", keys.subList(0, MANY)),
                        list,
                        String.valueOf(keys.size() - MANY))
                : words.fill(keys.size() == 1 ? verb : verb + ".several", String.join(", ", keys), list);
    }
}
