package dev.licet;

import dev.licet.FactType.Member;

/** One thing that one rule asks of one fact, such as {@code Destination( on("us.D:5") )}. */
record Atom(FactType type, Member member, String value, int line) {}
