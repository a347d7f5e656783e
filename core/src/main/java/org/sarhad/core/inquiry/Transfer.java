package org.sarhad.core.inquiry;

/// One link of a chain of custody.
///
/// @param stated where its holder said so
/// @param said from whom to whom, when and what for
public record Transfer(Stamp stated, ExhibitFact.CustodyPassed said) {}
