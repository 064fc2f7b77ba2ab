/**
 * Canonical JSON: how requests and records are written, byte for byte (RFC 8785). Called by every other room; calls none.
 */
@NullMarked
package dev.licet.json;

import org.jspecify.annotations.NullMarked;
