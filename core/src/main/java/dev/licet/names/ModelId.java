package dev.licet.names;

import java.util.Optional;

/**
 * The id of a model, read.
 *
 * @param resolution which model it is
 * @param bare the id without namespaces and gateways, otherwise as written
 * @param developer the developer that a namespace names: a hint, for nobody has stated it
 * @param provider the service that a namespace or a gateway names: a hint too
 */
public record ModelId(Resolution resolution, String bare, Optional<String> developer, Optional<String> provider) {}
