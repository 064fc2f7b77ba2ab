package dev.licet.vocabulary;

import dev.licet.vocabulary.FactType.Member;
import dev.licet.vocabulary.FactType.Member.Argument;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One thing that one rule asks of one fact, such as {@code Destination( on("us.D:5") )}. */
public record Atom(FactType type, Member member, List<String> values, int line) {

    public Atom {
        values = List.copyOf(values);
    }

    /** The values given for one kind of argument. */
    public Stream<String> values(Argument argument) {
        return IntStream.range(0, values.size())
                .filter(i -> member.arguments().get(i) == argument)
                .mapToObj(values::get);
    }

    /** The question as one word, as facts that hold answers write it. */
    public String key() {
        return member.name() + "|" + String.join("|", values);
    }
}
