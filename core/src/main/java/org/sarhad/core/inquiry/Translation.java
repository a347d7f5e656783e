package org.sarhad.core.inquiry;

/// A claim's words in another language.
///
/// @param signed by whose officer and where
/// @param words the translation
public record Translation(Stamp signed, Words words) {}
