/// One sovereign node as a program: [Main] is the door, [RunningNode] the one page on which
/// everything is wired by hand. Nothing else in this module knows both a port and its adapter.
package org.sarhad.node;
