package org.sarhad.node.exhibit;

import java.util.function.Supplier;

/// Everything about files of exhibits on one node, for those who look at it or add to it.
///
/// @param store what is kept
/// @param giving what the other sides are given
/// @param fetcher what is fetched from them
/// @param sight what the record says about files now
public record ExhibitFiles(
    ExhibitStore store, Giving giving, FileFetcher fetcher, Supplier<Sight> sight) {}
