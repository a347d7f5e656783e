package org.sarhad.node.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An entry with everything of it that goes beside its words on paper.
///
/// @param name what this node calls it: `ir/12`
/// @param isInternal whether it stands in the private journal, which has no proof for others
/// @param entry its exact bytes and what they say
/// @param proof the `.tlog-proof`, as [PaperProof] has it; empty until a signed head covers it
/// @param policy the tlog-policy for that proof, with the keys that this node believes
public record PaperCopy(
    String name,
    boolean isInternal,
    PaperEntry entry,
    Optional<String> proof,
    Optional<String> policy) {

  /// Its codes, in the order of the paper: the entry, its proof, the keys.
  public List<PaperCode> codes() {
    var codes = new ArrayList<PaperCode>();
    codes.addAll(PaperCode.of(PaperCode.Holds.ENTRY, entry.text()));
    proof.ifPresent(text -> codes.addAll(PaperCode.of(PaperCode.Holds.PROOF, text)));
    policy.ifPresent(text -> codes.addAll(PaperCode.of(PaperCode.Holds.KEYS, text)));
    return codes;
  }

  /// What files about it are called: `ir-12`.
  public String fileName() {
    return name.replace('/', '-');
  }

  /// The command that checks what was scanned.
  public String command() {
    return "./sarhad verify --scanned 1.txt 2.txt --policy %s.policy".formatted(fileName());
  }
}
