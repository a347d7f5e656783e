/// The worked example, played for real: two node processes on this machine, each with its own
/// directory, keys and ports, and one day on the border told to them over their public API.
///
/// Nothing here reaches into a node. A [NodeProcess] is started as an operator would start it, an
/// [ApiClient] signs in as an officer would, and a [LinkRelay] stands in for the cable between the
/// two buildings so that it can be pulled out. [BorderDay] tells the story and checks what each
/// side can prove after every step; [Checks] counts.
package org.sarhad.node.demo;
