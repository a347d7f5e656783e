/// Screening of those who trade (docs/protocol, 16-screening.md).
///
/// Firms, banks and ships are looked for on the lists of sanctions that a side goes by: those of
/// the United Nations always, others as its law asks. **Persons are not** (docs/anti-features.md):
/// there is no sort for them, importers leave them out and say how many, and nothing here takes a
/// birthday or a passport. Nor is anything hidden: a hit *holds*, and only two compliance officers
/// lift it; there is no way round that leaves no entry.
///
/// Two halves. The private one is what a node does with files that never leave it: a [ListSnapshot]
/// with the hash and the date of its file, a [Subject] with its names, a [Screen] that compares
/// them and says why ([Hit]). The shared one is what the other side may see: by which lists a side
/// goes, of which date and hash, and what it has decided about a trading party by its name in the
/// contracts, under which lists and threshold, and that two officers did. So each side knows that
/// the other screened, and neither learns what is in the other's files.
///
/// [ScreeningState] folds [ScreeningFact]s; [ScreeningRules] says what holds; [ScreeningRefusal]
/// why not. Whether a contract may be signed is asked of [ScreeningState#standing], at a time: a
/// list grows old by itself, and nothing folded asks a clock. A licence is a [LegalBasis] and is
/// used up like a quota.
///
/// This software does not make a transaction lawful.
package org.sarhad.core.screening;
