package dev.licet.law;

/** What a rule asks of one fact; {@link #toString()} is the text, as a rule file writes it. */
public interface Asked {}
