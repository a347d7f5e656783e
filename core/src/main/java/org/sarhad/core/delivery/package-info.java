/// Goods on their way (docs/protocol/18-deliveries.md, 18-1 to 18-3), beside what the book of the
/// barter account says of them: nothing here is booked, and nothing in the book is said again.
///
/// Goods under a reservation of [org.sarhad.core.barter] are a [Consignment], a tree of
/// [HandlingUnit]s: wagons whose load is put into other wagons where the gauge breaks.
/// [DeliveryState] folds [DeliveryFact]s: what is consigned, what is reloaded, what happens at a
/// [ControlPoint] and who has put a stamp on it. [Papers] are the despatch, the receipt and the
/// certificates of a consignment as they stand in the book, with the difference between them and
/// the matter that it suggests. [BiasTest] says whether two scales disagree again and again.
package org.sarhad.core.delivery;
