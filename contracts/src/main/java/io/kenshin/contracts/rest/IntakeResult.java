package io.kenshin.contracts.rest;

import java.util.List;

/**
 * The answer to an import, given when the broker has acknowledged everything.
 *
 * @param rejections reasons of the first thousand rejected items
 */
public record IntakeResult(String dataset, long accepted, long rejected, List<Rejection> rejections) {

    /** The reason for which an item was not taken; lines count from 1. */
    public record Rejection(long line, String reason) {}
}
