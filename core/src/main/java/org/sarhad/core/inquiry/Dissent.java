package org.sarhad.core.inquiry;

/// What a side does not share of a finding.
///
/// @param annexed by whom and where
/// @param said of which finding, and what
public record Dissent(Stamp annexed, JointFact.Dissented said) {}
