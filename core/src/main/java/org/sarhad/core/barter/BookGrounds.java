package org.sarhad.core.barter;

/// What an act about the account is judged by that does not stand in the book: as both sides have
/// it at the place of the entry that is judged.
///
/// @param settings what is agreed
/// @param clearance with whom something may be signed
public record BookGrounds(BarterSettings settings, Clearance clearance) {}
