package org.sarhad.core.joint;

import org.sarhad.core.fact.RefusalCode;

/// Why something cannot be stated, and whose rule it is.
///
/// @param area the application that objects: `act`, `modalities`
/// @param refusal the first that applies, in the order of that application
/// @param detail which value was meant; completes the refusal's sentence
public record Objection(String area, RefusalCode refusal, String detail) {}
