package dev.licet;

import dev.licet.engine.Facts;
import dev.licet.engine.Library;
import dev.licet.engine.PointInTimeLaw;
import dev.licet.engine.Variable;
import dev.licet.facts.Findings;
import dev.licet.facts.ReviewPolicy;
import dev.licet.request.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * What Licet would give its rules, for other engines that are to run them: it stands in this package because callers of Licet need
 * none of it.
 */
public final class StatedFacts {
    private final PointInTimeLaw law;

    /** The facts of requests about one day, under these packs. */
    public StatedFacts(List<RulePack> packs, LocalDate day) {
        law = new Library(packs.stream().map(RulePack::contents).toList()).on(day);
    }

    /** The facts of a request that states all: of each fact the one value that it has. */
    public List<Object> of(Request request) {
        return variables(request).stream().map(StatedFacts::value).toList();
    }

    private static Object value(Variable fact) {
        if (fact.base() < 0) {
            throw new IllegalArgumentException(
                    "The request does not state a fact (%s).\nMaybe a rule asks for something new."
                            .formatted(fact.type().label()));
        }
        return fact.values().get(fact.base()).fact();
    }

    /** A hash of all of a request that an evaluation depends on. */
    public Object shape(Request request) {
        return variables(request).stream().map(Variable::shape).toList();
    }

    private List<Variable> variables(Request request) {
        return Facts.of(request.model(), request.transfer(), law, true);
    }

    /** The global of the rule files, for an engine that runs their consequences. */
    public static Findings findings(Runnable found, Consumer<String> excepted, Consumer<String> defined) {
        return new Findings() {
            @Override
            public void prohibit(String because) {
                found.run();
            }

            @Override
            public void requireLicense(ReviewPolicy policy, String because) {
                found.run();
            }

            @Override
            public void impose(String obligation, String because) {
                found.run();
            }

            @Override
            public void flag(String because) {
                found.run();
            }

            @Override
            public void except(String rule, String because) {
                excepted.accept(rule);
            }

            @Override
            public void except(String rule, String because, String obligation) {
                excepted.accept(rule);
            }

            @Override
            public void define(String term) {
                defined.accept(term);
            }
        };
    }
}
