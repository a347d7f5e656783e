/// Files: where a node keeps what it must remember, on one machine.
package org.sarhad.node.store;
