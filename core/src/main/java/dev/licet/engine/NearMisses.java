package dev.licet.engine;

import dev.licet.answer.WhyNot;
import dev.licet.answer.WhyNot.Missed;
import dev.licet.answer.WhyNot.Reason;
import dev.licet.engine.RuleInForce.Clause;
import dev.licet.facts.Listed;
import dev.licet.law.Asked;
import dev.licet.law.Effect;
import dev.licet.law.Stance;
import dev.licet.pack.Verb;
import dev.licet.request.Basis;
import dev.licet.vocabulary.FactType;
import dev.licet.vocabulary.FactType.Member.Argument;
import dev.licet.vocabulary.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds each rule of a day against the facts of a request and names what it misses. */
public final class NearMisses {
    private final PointInTimeLaw law;
    private final Stance stance;
    private final List<Variable> variables;

    public NearMisses(PointInTimeLaw law, Stance stance, List<Variable> variables) {
        this.law = law;
        this.stance = stance;
        this.variables = variables;
    }

    /**
     * The rules that miss, nearest first: on the fewest facts, of the most that they ask for; then the strictest, then by id. That a
     * name is on no list says little, so rules that miss by names alone come after others that miss on as many facts.
     */
    public List<WhyNot> all() {
        record Near(WhyNot whyNot, Effect effect, int asked) {}
        return law.rules().values().stream()
                .filter(rule -> rule.status().binds(stance))
                .flatMap(rule -> effect(rule).map(effect -> new Near(whyNot(rule, Set.of()), effect, asked(rule))))
                .filter(near -> near.whyNot().reason() == Reason.MISSED)
                .sorted(Comparator.comparing(
                                (Near near) -> near.whyNot().missed().size())
                        .thenComparing(near -> byNames(near.whyNot()))
                        .thenComparing(Comparator.comparing(Near::asked).reversed())
                        .thenComparing(Near::effect)
                        .thenComparing(near -> near.whyNot().rule().id()))
                .map(Near::whyNot)
                .toList();
    }

    private static boolean byNames(WhyNot whyNot) {
        return whyNot.missed().stream()
                .allMatch(fact -> fact.lists().isEmpty()
                        && FactType.labelled(fact.fact())
                                .filter(NearMisses::askedByNames)
                                .isPresent());
    }

    /** Whether rules ask for the fact by lists of names. */
    private static boolean askedByNames(FactType type) {
        return Listed.class.isAssignableFrom(type.factClass())
                && type.member("on").stream()
                        .map(member -> member.argument())
                        .anyMatch(argument -> argument != Argument.COUNTRY_LIST && argument != Argument.REGION_LIST);
    }

    private static Stream<Effect> effect(RuleInForce rule) {
        return rule.file().verbs().stream()
                .flatMap(verb -> verb instanceof Verb.Find find ? Stream.of(find.effect()) : Stream.empty())
                .min(Comparator.naturalOrder())
                .stream();
    }

    private static int asked(RuleInForce rule) {
        return rule.clauses().stream().mapToInt(NearMisses::asked).max().orElse(0);
    }

    private static int asked(Clause clause) {
        return (int) Stream.of(clause.asked()).filter(Objects::nonNull).count();
    }

    /** Why a rule does not stand, given those that are excepted: the way in which it comes nearest, and asks for most. */
    public WhyNot whyNot(RuleInForce rule, Set<String> excepted) {
        List<WhyNot> ways = rule.clauses().stream()
                .filter(this::possible)
                .sorted(Comparator.comparing((Clause clause) -> asked(clause)).reversed())
                .map(clause -> whyNot(rule, clause, excepted))
                .sorted(Comparator.comparing((WhyNot way) -> nearness(way.reason()))
                        .thenComparing(way -> way.missed().size()))
                .toList();
        return ways.isEmpty() ? new WhyNot(rule.rule(), Reason.MISSED, List.of()) : ways.get(0);
    }

    /** Whether a way asks for something that can be: not for weights by one condition and for hardware by another. */
    private boolean possible(Clause clause) {
        return IntStream.range(0, variables.size())
                .filter(d -> clause.asked()[d] != null && clause.asked()[d].length > 1)
                .allMatch(d -> {
                    List<Object> all = variables.get(d).type().shape().constants();
                    return all.isEmpty()
                            || law.base().met(all).stream()
                                    .anyMatch(met ->
                                            IntStream.of(clause.asked()[d]).allMatch(met::get));
                });
    }

    private static int nearness(Reason reason) {
        return switch (reason) {
            case APPLIES, EXCEPTED -> 0;
            case IN_QUESTION -> 1;
            case ASSUMED -> 2;
            case MISSED, NOT_IN_FORCE -> 3;
        };
    }

    private WhyNot whyNot(RuleInForce rule, Clause clause, Set<String> excepted) {
        var missed = new ArrayList<Missed>();
        var open = new ArrayList<Missed>();
        for (int d = 0; d < variables.size(); d++) {
            if (clause.asked()[d] != null) {
                Variable variable = variables.get(d);
                BitSet meeting = clause.meeting(variable);
                boolean unknown = variable.unknown() && !meeting.isEmpty();
                if (unknown && meeting.cardinality() < variable.values().size()) {
                    open.add(
                            missed(rule, d, clause.asked()[d], variable.values().get(0)));
                } else if (!unknown && (variable.unknown() || !meeting.get(variable.base()))) {
                    missed.add(
                            missed(rule, d, clause.asked()[d], variable.values().get(Math.max(0, variable.base()))));
                }
            }
        }
        boolean assumed = missed.stream().allMatch(fact -> fact.basis() == Basis.ASSUMED);
        Reason reason = !missed.isEmpty()
                ? assumed ? Reason.ASSUMED : Reason.MISSED
                : !open.isEmpty()
                        ? Reason.IN_QUESTION
                        : excepted.contains(rule.rule().id()) ? Reason.EXCEPTED : Reason.APPLIES;
        // What is not known would have to be found so too.
        missed.addAll(open);
        return new WhyNot(rule.rule(), reason, missed);
    }

    private Missed missed(RuleInForce rule, int d, int[] conditions, Value is) {
        FactType type = variables.get(d).type();
        List<Asked> asked = law.conditions(type, conditions);
        return new Missed(type.label(), is.value(), is.basis(), lists(rule, type, is), asked);
    }

    /** Of the lists that a value is on, those of the rule's own law. */
    private List<String> lists(RuleInForce rule, FactType type, Value is) {
        if (is.basis() == Basis.POSSIBLE) {
            return List.of();
        }
        var lists = new TreeSet<>(is.fact() instanceof Listed listed ? listed.lists() : Set.of());
        String id = rule.rule().id();
        String namespace = id.substring(0, id.indexOf('.') + 1);
        lists.removeIf(list -> !list.startsWith(namespace)
                || Stream.of(Argument.values())
                        .noneMatch(of -> law.asked(type, of).contains(list)));
        return List.copyOf(lists);
    }
}
