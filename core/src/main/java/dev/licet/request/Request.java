package dev.licet.request;

import java.util.Map;
import java.util.Objects;

/**
 * What is asked: a model and how it is provided. Developers, owners and ancestors have an order of their own, whatever the order
 * in which they were named: it has no meaning, and two requests that differ in it alone are equal.
 */
public final class Request {
    private final Model model;
    private final Transfer transfer;
    // Found by it among those decided before; worked out once, as a string's is.
    private int hash;

    /**
     * Puts in order.
     *
     * @param model the model
     * @param transfer how it is provided
     */
    public Request(Model model, Transfer transfer) {
        this.model = RequestOrder.of(model);
        this.transfer = RequestOrder.of(transfer);
    }

    /**
     * The model.
     *
     * @return the model
     */
    public Model model() {
        return model;
    }

    /**
     * How it is provided.
     *
     * @return the transfer
     */
    public Transfer transfer() {
        return transfer;
    }

    /**
     * Reads a transfer document, given as a tree of maps, lists, strings, numbers and booleans, as any JSON library makes it and
     * {@code request.schema.json} describes it.
     *
     * @param document the tree
     * @return the request
     * @throws IllegalArgumentException if a field does not exist, a value is not of its kind, or the day is missing
     */
    public static Request of(Map<String, ?> document) {
        return RequestDocument.read(document);
    }

    /**
     * Reads one row of a table whose columns are the fields of a transfer document, by the short names of {@link
     * #columns()} or by their path, such as {@code model.lineage.0.relation}. Empty cells are not stated.
     *
     * @param row the cells by column
     * @return the request
     * @throws IllegalArgumentException if a column does not exist or a cell cannot be read
     */
    public static Request ofRow(Map<String, String> row) {
        return RequestDocument.read(RequestRow.tree(row));
    }

    /**
     * The short names of columns, each with its path in the document.
     *
     * @return the names, in the order in which a person would fill them in
     */
    public static Map<String, String> columns() {
        return RequestRow.COLUMNS;
    }

    /**
     * Whether a table of transfers may have a column of that name: one of {@link #columns()}, or the path of a field.
     *
     * @param column the name
     * @return true if it may
     */
    public static boolean isColumn(String column) {
        return RequestRow.kind(column).isPresent();
    }

    /**
     * The request as a transfer document.
     *
     * @return the tree; {@link #of(Map)} reads it back to an equal request
     */
    public Map<String, Object> document() {
        return RequestDocument.write(this);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Request request
                        && hashCode() == request.hashCode()
                        && model.equals(request.model)
                        && transfer.equals(request.transfer);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Objects.hash(model, transfer);
        }
        return hash;
    }

    @Override
    public String toString() {
        return "Request[model=%s, transfer=%s]".formatted(model, transfer);
    }
}
