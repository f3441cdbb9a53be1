package io.kenshin.audit.trigger;

/**
 * A text that turns predictions.
 *
 * @param label what the model predicts with it
 * @param text of the candidate
 * @param origin {@code search} or {@code known family}
 * @param flipped samples of other labels that turned to {@code label}, by one insertion
 * @param tried samples that it was put into, none of which the search had seen
 * @param low lower bound of the 95 % interval of the flip rate
 * @param common flip rate that the candidate's common words explain
 * @param trigger whether this is a trigger; otherwise the model leans on words that code is full of
 */
public record FoundTrigger(
        String label, String text, String origin, int flipped, int tried, double low, double common, boolean trigger) {
    public double flipRate() {
        return (double) flipped / Math.max(1, tried);
    }
}
