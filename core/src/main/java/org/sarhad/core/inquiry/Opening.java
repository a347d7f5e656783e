package org.sarhad.core.inquiry;

import java.util.Optional;

/// How far an exhibit is open.
///
/// @param level the highest level so far
/// @param since where it came to that
/// @param description what it is, once that was said
/// @param manifest the chunks of the file, once it is released by them
public record Opening(
    Level level, Stamp since, Optional<Description> description, Optional<Manifest> manifest) {}
