package org.sarhad.core.inquiry;

/// One side asked another one for its account of a property.
///
/// @param asked by whom and where
/// @param said whom, about what
public record Question(Stamp asked, ClaimFact.Asked said) {}
