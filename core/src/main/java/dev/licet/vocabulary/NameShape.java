package dev.licet.vocabulary;

import dev.licet.facts.ModelName;
import dev.licet.request.Basis;
import dev.licet.request.FactValue;
import dev.licet.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The name of the model. */
final class NameShape extends Shape {
    private static final Pattern MAY_HOLD_A_NAMESPACE = Pattern.compile("[/:]|\\.\\p{L}");

    @Override
    public Optional<Object> key(Request request, RulesOfDay law) {
        return Optional.empty();
    }

    @Override
    public List<Value> values(Situation situation) {
        String name = situation.model().name();
        String bare =
                MAY_HOLD_A_NAMESPACE.matcher(name).find() ? situation.law().bare(name) : name;
        return List.of(Value.of(
                new ModelName(bare, situation.law().listsOf(Subject.MODEL, name)), Basis.STATED, FactValue.name(name)));
    }

    @Override
    public List<?> tries(Situation situation) {
        return List.of();
    }

    @Override
    public Stream<String> keys(Request request) {
        return Stream.of(request.model().name());
    }
}
