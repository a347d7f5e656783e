package org.sarhad.core.record;

/// "Sealed N, revealed M": whoever seals many alternatives and reveals the lucky one is seen doing
/// it.
///
/// @param sealed payloads of one side about one matter that were ever sealed
/// @param revealed how many of them were shown
public record SealCount(int sealed, int revealed) {}
