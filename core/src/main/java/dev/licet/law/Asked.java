package dev.licet.law;

/** What a rule asks of one fact; {@code toString()} is the text, as a rule file writes it. */
public interface Asked {}
