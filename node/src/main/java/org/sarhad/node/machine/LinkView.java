package org.sarhad.node.machine;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PairingCard;

/// How it stands with one peer, for people: "14 not yet received, oldest 6 min".
///
/// @param peer who
/// @param card the card that was confirmed, if any
/// @param state the gravest state that applies
/// @param since when it became so, by this node's wall clock
/// @param sentence what exactly is wrong, in one sentence; empty when nothing is
/// @param waiting entries of ours not yet cosigned by the peer, signed by us or not
/// @param oldestWaiting author's time of the oldest of them
/// @param lastHeard when the peer last answered or asked
/// @param cosigned the newest of our heads that it cosigned
/// @param cosignedAt its time of that, by its clock
/// @param held how many of its entries we cosigned
/// @param pending how many it has signed and we have heard of; not less than `held`
/// @param behindBy how many of our own entries it holds and we do not
/// @param clockSkewSeconds its clock minus ours as last seen
/// @param evidence the newest piece of evidence about it
public record LinkView(
    PartyId peer,
    Optional<PairingCard> card,
    LinkState state,
    Instant since,
    String sentence,
    long waiting,
    Optional<Instant> oldestWaiting,
    Optional<Instant> lastHeard,
    long cosigned,
    Optional<Instant> cosignedAt,
    long held,
    long pending,
    OptionalLong behindBy,
    OptionalLong clockSkewSeconds,
    Optional<String> evidence) {}
