/// Energy over a line (docs/protocol/18-deliveries.md, 18-4 and 18-5): what is scheduled, what two
/// meters say, and what a day comes to.
///
/// A [Line] rests on a contract of the barter account and is agreed by an act ([LineTerms]). Each
/// side states its schedule and its own meter, [Quarters] of a day with the register before and
/// after ([EnergyFact]); a [MeterCsv] is how a meter's export becomes that. [EnergyState] folds
/// them. A [DayClose] is computed by both alike: which energy counts, by the same rule as the book
/// has for goods, what is missing, and how far it was from what both had scheduled, band by band. A
/// [MonthClose] sums up days. None of it is booked: a despatch and a receipt of the book are.
package org.sarhad.core.energy;
