package org.sarhad.sim.world;

import java.util.List;
import java.util.Set;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.Officer;
import org.sarhad.core.record.RecoverySignature;
import org.sarhad.node.machine.NodeConfiguration.Founding;
import org.sarhad.node.machine.NodeIdentity;
import org.sarhad.node.machine.Session;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Algorithm;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.SigningKey;
import org.sarhad.tlog.note.NamedKey;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.tree.Merkle;

/// One side of the simulated channel: the keys of its node and its officers. The same party has the
/// same keys in every run.
///
/// @param node who the node is
/// @param founding what its genesis says
/// @param chief an officer who may do everything but command on the spot
/// @param commander the officer who commands on the spot, and is in charge of whoever visits
/// @param compliance the two officers who look at those who trade
public record SimIdentity(
    NodeIdentity node,
    Founding founding,
    Session chief,
    Session commander,
    List<Session> compliance) {
  private static final ChannelId CHANNEL = ChannelId.of("sarhad.example/ir-pk");

  /// Makes a signing key; a port, so that a run can be had with real keys.
  @FunctionalInterface
  public interface KeyMaker {
    /// The key of `type` that `seed` stands for.
    SigningKey make(KeyType type, Seed seed);
  }

  /// The side called `party`, with keys made by `keys`.
  ///
  /// @param isTimed whether its heads carry a second, timed line (ML-DSA), as in production
  public static SimIdentity of(PartyId party, KeyMaker keys, boolean isTimed) {
    var domain = party.value() + ".sarhad.example";
    var log = new NamedKey(domain + "/joint", key(keys, party, "log", KeyType.ED25519_NOTE));
    var timed = new NamedKey(domain + "/joint", key(keys, party, "log-ml", KeyType.ML_DSA_44));
    var mirror =
        new NamedKey(domain + "/mirror", key(keys, party, "mirror", KeyType.ED25519_COSIGNATURE));
    var node =
        new NodeIdentity(
            party,
            CHANNEL,
            Origin.of(domain + "/joint"),
            Origin.of(domain + "/journal"),
            new NoteSigner(domain + "/node", key(keys, party, "node", KeyType.ED25519_NOTE)),
            isTimed ? List.of(log, timed) : List.of(log),
            List.of(mirror),
            Merkle.sha256(Bytes.ofUtf8("tls of " + party)),
            domain + ":7111");
    var chief = session(domain + "/officer/0001", keys, party);
    var commander = session(domain + "/officer/0002", keys, party);
    var compliance =
        List.of(
            session(domain + "/officer/0003", keys, party),
            session(domain + "/officer/0004", keys, party));
    var recovery =
        new NoteSigner(domain + "/recovery", key(keys, party, "recovery", KeyType.ED25519_NOTE));
    var officers =
        List.of(
            new Officer(
                chief.signer().verifierKey(),
                Set.of(
                    Role.ADMIN,
                    Role.CHIEF,
                    Role.WATCH_OFFICER,
                    Role.DISPATCHER,
                    Role.INVESTIGATOR)),
            new Officer(commander.signer().verifierKey(), Set.of(Role.SECTOR_COMMANDER)),
            new Officer(compliance.getFirst().signer().verifierKey(), Set.of(Role.COMPLIANCE)),
            new Officer(compliance.getLast().signer().verifierKey(), Set.of(Role.COMPLIANCE)));
    return new SimIdentity(
        node,
        new Founding(RecoverySignature.commitment(recovery.verifierKey()), officers),
        chief,
        commander,
        compliance);
  }

  /// An officer of `party`, enrolled or not, under the key name `name`.
  public static Session session(String name, KeyMaker keys, PartyId party) {
    return new Session(
        OfficerId.of(name), new NoteSigner(name, key(keys, party, name, KeyType.ED25519_NOTE)));
  }

  private static SigningKey key(KeyMaker keys, PartyId party, String use, KeyType type) {
    var secret = Merkle.sha256(Bytes.ofUtf8("sim " + party + " " + use)).toBytes();
    var algorithm = type == KeyType.ML_DSA_44 ? Algorithm.ML_DSA_44 : Algorithm.ED25519;
    return keys.make(type, new Seed(algorithm, secret));
  }
}
