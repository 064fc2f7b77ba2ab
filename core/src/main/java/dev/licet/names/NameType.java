package dev.licet.names;

/** What a name is the name of. Each type has its own way of comparing names. */
public enum NameType {
    /** A model or a product: namespaces, gateways and variants are set aside. */
    MODEL,
    /** Whoever offers a model: a service, or a company. A name that is no service's is looked up as a {@link #PARTY}. */
    PROVIDER,
    /** A company, a body or a person: legal forms are set aside. Developers are parties. */
    PARTY,
    /** A license: an id of SPDX or of a hub, or a title. */
    LICENSE,
    /** A part of a country. */
    REGION,
    /** A country or territory: a code or a name. */
    COUNTRY
}
