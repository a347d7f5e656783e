package org.sarhad.core.posture;

import java.util.OptionalInt;

/// One unit that goes from one post to another on the way from a plan to another (protocol clause
/// 15-9.3).
///
/// @param from the site that it leaves; empty where the other plan has a unit more
/// @param to the site that it goes to; empty where the other plan has a unit less
/// @param gain what is covered more once it is there, in parts of a million of the weight; negative
///   where it is less
public record PlanMove(OptionalInt from, OptionalInt to, long gain) {}
