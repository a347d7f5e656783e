/// What must hold whatever happens (docs/simulation.md): one class for each family of invariants,
/// called after every event and once more when all has come to rest.
///
/// A checker knows nothing of how the nodes work. It sees what leaves them, what officers were
/// told, and what the views show, and holds that against what it has seen before.
package org.sarhad.sim.check;
