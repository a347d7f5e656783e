/// One typed file that says how this node is run.
///
/// `sarhad.properties` is lines of `key = value`; `#` begins a comment, blank lines are nothing.
/// There is no escaping, no nesting and no order. A value that is left out has the default that
/// stands in the code of the record that owns it ([ConsoleConfig], [PeerConfig], …), so the
/// defaults can be read in one place and the file holds only what differs.
///
/// Everything is checked before anything starts, and *all* complaints are given at once. A key that
/// nobody asks for fails loudly: a retired one with what to write instead, a misspelt one with the
/// nearest key there is. A node that runs with half of what its operator wrote would be worse than
/// one that does not run.
///
/// Rooms do not read this file: the assembly hands each its small record.
package org.sarhad.node.config;
