package org.sarhad.node.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An entry with everything of it that goes on paper.
///
/// @param name what this node calls it: `ir/12`
/// @param entry its exact bytes and what they say
/// @param proof the `.tlog-proof`, as [PaperProof] has it; empty until a signed head covers it
public record PaperCopy(String name, PaperEntry entry, Optional<String> proof) {

  /// Its codes, in the order of the paper: the entry, then its proof.
  public List<PaperCode> codes() {
    var codes = new ArrayList<>(PaperCode.of(PaperCode.Holds.ENTRY, entry.text()));
    proof.ifPresent(text -> codes.addAll(PaperCode.of(PaperCode.Holds.PROOF, text)));
    return codes;
  }

  /// What files about it are called: `ir-12`.
  public String fileName() {
    return name.replace('/', '-');
  }
}
