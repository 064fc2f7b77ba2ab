package dev.licet.request;

/**
 * Something that came down the lineage of a model.
 *
 * @param what it: a license, an amount of compute, a country of origin
 * @param model the name of the ancestor that it comes from
 * @param relation how that ancestor was used
 * @param steps how far up: 1 for what the model itself was made from or learned from, 2 for a step further
 */
public record Inherited(FactValue what, String model, Relation relation, int steps) {}
