package dev.licet.testkit;

import dev.licet.Licet;
import dev.licet.RulePack;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Implements {@link WithLicet}. */
final class LicetExtension implements ParameterResolver {
    private static final Namespace SHARED = Namespace.create(LicetExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Licet.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        WithLicet wanted = wanted(context);
        Licet licet = shared(
                        context, Stream.of(wanted.packs()).sorted().distinct().toList())
                .under(wanted.stance());
        return wanted.strict() ? licet.strict() : licet;
    }

    private static WithLicet wanted(ExtensionContext innermost) {
        Optional<ExtensionContext> context = Optional.of(innermost);
        while (context.isPresent()) {
            Optional<WithLicet> found =
                    AnnotationSupport.findAnnotation(context.get().getElement(), WithLicet.class);
            if (found.isPresent()) {
                return found.get();
            }
            context = context.get().getParent();
        }
        throw new IllegalStateException("No @WithLicet is found above the parameter.\n"
                + "Maybe LicetExtension was registered by itself; the annotation registers it.");
    }

    // computeIfAbsent, which JUnit 6 would have instead, is not there in JUnit 5.12.
    @SuppressWarnings("deprecation")
    private static Licet shared(ExtensionContext context, List<String> packs) {
        return Objects.requireNonNull(
                context.getRoot().getStore(SHARED).getOrComputeIfAbsent(packs, LicetExtension::build, Licet.class));
    }

    private static Licet build(List<String> packs) {
        return packs.isEmpty()
                ? Licet.standard()
                : Licet.of(packs.stream().map(RulePack::bundled).toList());
    }
}
