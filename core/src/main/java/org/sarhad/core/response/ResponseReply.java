package org.sarhad.core.response;

/// What the asker gets to know of an accepted request: the name of what was made or changed, as it
/// is said aloud (`INC-PK-3`, `U-IR-2`, `SITREP 2`).
public record ResponseReply(String subject) {}
