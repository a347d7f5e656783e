/// How long it takes over the ground: a grid of cells of a kilometre or less, what each of them is
/// made of, and how soon one is everywhere from one place (docs/protocol, 19-travel.md).
///
/// A [Survey] is what people know of a region: land and its terrain, roads, the operational line
/// and the gates in it. It makes a [CostGrid], and says a [SurveyFlaw] where it cannot. A
/// [GridFile] is a grid as bytes; its SHA-256 is its name, so two nodes know whether they reckon
/// over the same ground. [Arrivals] answers for one destination and all the ground around it, by
/// the [Speeds] that the sides have agreed on, and [Way] says how one gets there.
///
/// Whole numbers only (milliseconds, millimetres, micro-degrees), but for the cosine of a latitude,
/// which is `StrictMath`: the same grid and speeds give the same minutes on both nodes.
package org.sarhad.core.travel;
