/// The barter account of two sides (docs/protocol/14-barter-account.md, 14-1): one account in one
/// book, which both nodes compute by themselves from the same signed record.
///
/// At the bottom the values: [Money] in ten-thousandths of the unit of account, [Quantity] in a
/// [UnitCode], a [PriceRule] over published indices. What is exact stays a [Rational] until it is
/// [Rounded], once.
///
/// [BarterTerms] is what the sides sign together, [BarterFact] what one of them says by itself: a
/// despatch, a receipt, a certificate. Nothing is posted in money but by a joint act. [Booking]
/// tries one on a [BookState] and says what the book would be after it, or why there is none; the
/// same is asked before somebody signs and where it takes effect. A [Voucher] is what was booked;
/// the [Journal] has them all, with the balances, and never changes one: what was wrong is booked
/// the other way.
package org.sarhad.core.barter;
