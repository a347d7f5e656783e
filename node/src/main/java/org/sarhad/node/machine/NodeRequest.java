package org.sarhad.node.machine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.ClaimFact;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.record.KeyEnd;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.node.link.PairingCard;
import org.sarhad.node.link.TarArchive;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;

/// What an officer may ask of their own node. Whether they may, the node decides from the record:
/// their roles at this position, not what the caller says.
public sealed interface NodeRequest {

  /// Something about the response; its rules decide.
  record Respond(ResponseRequest request) implements NodeRequest {}

  /// Something between the sides: about a joint act, or about what rests on one. The rules of its
  /// application decide (protocol chapters 07 and on).
  record State(Statement statement) implements NodeRequest {}

  /// Commit to a claim now and show it later (protocol clause 09-3). The node draws the salt and
  /// keeps what it takes to reveal the claim in its journal.
  ///
  /// @param said what would be said if it were said openly
  /// @param revealBy until when it is promised to be shown
  record Seal(ClaimFact.Stated said, Instant revealBy) implements NodeRequest {}

  /// Commit to a need or an offer now and show it later (protocol clause 17-3.7), as [Seal] does to
  /// a claim.
  ///
  /// @param said what would be said if it were said openly
  record SealBid(MarketFact.Stated said) implements NodeRequest {}

  /// Keep a plan of posts in the private journal (protocol clause 15-3.2). Nothing of it is
  /// released.
  record Plan(PostureFact.Planned plan) implements NodeRequest {}

  /// These entries of a peer have been opened by the asker. Released: the peer is to know. Entries
  /// already read by this officer are left out.
  ///
  /// @param entries 1 to 256
  record MarkRead(List<EntryId> entries) implements NodeRequest {
    /// Copies the list.
    public MarkRead {
      entries = List.copyOf(entries);
    }
  }

  /// A new officer's key and what it may do; needs the role of administrator.
  record GrantOfficer(VerifierKey key, Set<Role> roles) implements NodeRequest {
    /// Copies the set.
    public GrantOfficer {
      roles = Set.copyOf(roles);
    }
  }

  /// From now on the officer has exactly these roles; needs the role of administrator.
  record SetRoles(OfficerId officer, Set<Role> roles) implements NodeRequest {
    /// Copies the set.
    public SetRoles {
      roles = Set.copyOf(roles);
    }
  }

  /// The officer's key signs nothing more; needs the role of administrator.
  record RevokeOfficer(OfficerId officer, KeyEnd why) implements NodeRequest {}

  /// Delete the bytes of a payload of the own log on both nodes; the entry that named it, and every
  /// proof, stays. Needs the role of chief or compliance.
  ///
  /// @param basis the rule it rests on, for the record
  record Erase(EntryId entry, Hash sha256, String basis) implements NodeRequest {}

  /// A person compared the fingerprint and vouches for the card (06-1.3); needs the role of
  /// administrator.
  ///
  /// @param fingerprint as typed; must be the card's
  record ConfirmPairing(PairingCard card, String fingerprint) implements NodeRequest {}

  /// The peer is a stranger again; needs the role of administrator. What was mirrored stays.
  record Unpair(PartyId peer) implements NodeRequest {}

  /// Try every step of the link now (06-1.5). Answered when the last step ended.
  record TestLink(PartyId peer) implements NodeRequest {}

  /// Fetch our own log back from the peer's mirror (06-6.4); only in the state
  /// [LinkState#BEHIND_OWN_MIRROR]; needs the role of administrator. Accepted when it has begun.
  record RestoreFromPeer(PartyId peer) implements NodeRequest {}

  /// Declare that this directory was not restored from a backup (06-6.2); needs the role of
  /// administrator.
  record WaiveGuard() implements NodeRequest {}

  /// Take in an offline bundle (06-8.2); needs the role of administrator. Accepted when what was
  /// taken of it is durable.
  ///
  /// @param archive stays open until this is answered
  /// @param packagesMax after how many packages of 256 entries to pause, so that other work gets
  ///   its turn; asked again, it goes on
  record ImportBundle(TarArchive archive, int packagesMax) implements NodeRequest {}

  /// Something for the audit trail, in the journal; needs no role and no key.
  record Audit(AuditFact fact) implements NodeRequest {}

  /// The account-wide key that makes asking twice the same as asking once.
  ///
  /// @param key unique within the account, with the account's name
  /// @param body SHA-256 of what was asked
  record Once(String key, Hash body) {}
}
