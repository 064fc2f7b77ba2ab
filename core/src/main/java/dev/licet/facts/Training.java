package dev.licet.facts;

import java.util.Set;

/**
 * The compute of the model's training, counted with that of its lineage.
 *
 * @param reached the names of the figures that it reaches that day; {@code FIGURE|SHARE} where the method with a share says so
 */
public record Training(Set<String> reached) {

    /**
     * Whether the compute is as much as a figure, or more.
     *
     * @param figure the figure's name, in FLOP
     * @return true if it is
     */
    public boolean reaches(String figure) {
        return reached.contains(figure);
    }

    /**
     * Whether the compute is as much as a figure, or more, counting that of the models it learned from: the compute that
     * generated their output, where that output was more than a share of the training, and the compute of the training of the one or
     * the largest of them whose weights are not published.
     *
     * @param figure the figure's name, in FLOP
     * @param share the name of the share, in percent
     * @return true if it is
     */
    public boolean reachesWithSynthetic(String figure, String share) {
        return reached.contains(figure + "|" + share);
    }
}
