package org.sarhad.node.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.Board;
import org.sarhad.core.inquiry.BoardView;
import org.sarhad.core.inquiry.Claim;
import org.sarhad.core.inquiry.InquiryState;
import org.sarhad.core.inquiry.MatterFile;
import org.sarhad.core.inquiry.MatterKind;
import org.sarhad.core.inquiry.StixBundle;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.CustodyViews;
import org.sarhad.node.api.view.MatterViews;

/// The joint inquiry, to be looked at: matters, their boards, what was said and when, exhibits, and
/// what sides did and found together (docs/protocol/09-inquiry.md). What is said goes through
/// statements and acts.
final class InquiryOperations {
  private static final String ROOT = "/api/v1/inquiry";
  private static final String MATTERS = ROOT + "/matters";
  private static final String ONE = MATTERS + "/{log}/{index}";
  private static final String STIX = "application/stix+json";
  private final Surface surface;
  private final Openings openings;

  InquiryOperations(Surface surface, Openings openings) {
    this.surface = surface;
    this.openings = openings;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listMatters", MATTERS, Access.signedIn(), this::matters),
        Operation.get("getBoard", ONE + "/board", Access.signedIn(), this::board),
        Operation.get("listClaims", ONE + "/claims", Access.signedIn(), this::claims),
        Operation.get("getTimeline", ONE + "/timeline", Access.signedIn(), this::timeline),
        Operation.get("listExhibits", ONE + "/exhibits", Access.signedIn(), this::exhibits),
        Operation.get("getJointWork", ONE + "/joint", Access.signedIn(), this::joint),
        Operation.get("exportStix", ONE + "/stix", Access.signedIn(), this::stix),
        Operation.get("getClaim", ROOT + "/claims/{log}/{index}", Access.signedIn(), this::claim));
  }

  // ---- from where -----------------------------------------------------------------------------

  /// What a board is made of.
  private enum Basis {
    /// All that is known, as it would stand if nothing else came.
    KNOWN,
    /// What nothing can change any more: the same on both nodes.
    FINAL;

    Accord of(Lens lens) {
      return this == FINAL ? lens.view().agreed() : lens.view().expected();
    }
  }

  private static InquiryState known(Lens lens) {
    return lens.view().expected().inquiry();
  }

  private static BoardView from(Lens lens, Instant asOf) {
    return new BoardView(
        asOf,
        lens.view().agreed().inquirySettings(),
        (entry, side) -> receivedBy(lens, entry, side));
  }

  private static Optional<Instant> receivedBy(Lens lens, EntryId entry, PartyId side) {
    return lens.view()
        .times(entry)
        .received()
        .filter(receipt -> receipt.by().equals(side))
        .flatMap(receipt -> receipt.bracket().notAfter());
  }

  private Boards boards(Lens lens, MatterFile file) {
    return new Boards(file, Naming.of(lens), seal -> openings.find(lens, seal).isPresent());
  }

  /// Answers about the matter that the path names.
  private static Answer about(
      Lens lens, Call call, BiFunction<InquiryState, MatterFile, Answer> then) {
    var state = known(lens);
    return lens.entry(call)
        .flatMap(state::matter)
        .map(file -> then.apply(state, file))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  // ---- matters --------------------------------------------------------------------------------

  /// How far a matter is.
  private enum Phase {
    ALL,
    OPEN,
    CLOSED;

    /// Closed is what every side has closed: each does so for itself.
    boolean includes(MatterFile file, List<PartyId> sides) {
      boolean isClosed = sides.stream().allMatch(file.closed()::containsKey);
      return this == ALL || (this == CLOSED) == isClosed;
    }
  }

  private Answer matters(Call call) throws MalformedRequestException {
    var query = call.query();
    var phase = query.choice("phase", Codes.lower(Phase.class), Phase.ALL);
    var kind =
        query.parsed(
            "kind",
            text ->
                Optional.ofNullable(Codes.lower(MatterKind.class).get(text))
                    .orElseThrow(IllegalArgumentException::new),
            "expected one of " + String.join(", ", Codes.lower(MatterKind.class).keySet()));
    var incident = query.text("incident", 64);
    var window = Window.of(query);
    query.finish();
    var lens = surface.look(call);
    var state = known(lens);
    var all =
        state
            .matters()
            .values()
            .filter(file -> phase.includes(file, state.sides()))
            .filter(file -> kind.isEmpty() || file.said().matter() == kind.get())
            .filter(file -> incident.isEmpty() || file.said().incidents().contains(incident.get()))
            .sorted(Comparator.comparingLong((MatterFile file) -> file.opened().place()).reversed())
            .toList();
    var from = from(lens, lens.now());
    return Answer.ok(
        new MatterViews.Page(
            window.of(all).stream()
                .map(file -> boards(lens, file).matter(Board.of(state, file.id(), from)))
                .toList(),
            all.size(),
            window.next(all.size())));
  }

  private Answer board(Call call) throws MalformedRequestException {
    var query = call.query();
    var asOf = query.time("as_of");
    var basis = query.choice("basis", Codes.lower(Basis.class), Basis.KNOWN);
    query.finish();
    var lens = surface.look(call);
    var state = basis.of(lens).inquiry();
    return lens.entry(call)
        .flatMap(state::matter)
        .map(
            file -> {
              var board = Board.of(state, file.id(), from(lens, asOf.orElse(lens.now())));
              return Answer.ok(boards(lens, file).view(board, Codes.of(basis)));
            })
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  // ---- claims ---------------------------------------------------------------------------------

  private Answer claims(Call call) throws MalformedRequestException {
    var query = call.query();
    var row = query.text("row", 64);
    var party = query.parsed("party", PartyId::of, "expected a party such as ir");
    var third = query.choice("behalf", Codes.lower(Account.class), Account.ALL);
    var window = Window.of(query);
    query.finish();
    var lens = surface.look(call);
    return about(
        lens,
        call,
        (_, file) -> {
          var all =
              file.accounts()
                  .claims()
                  .values()
                  .filter(claim -> row.isEmpty() || isIn(claim, row.get()))
                  .filter(claim -> party.isEmpty() || claim.by().equals(party.get()))
                  .filter(third::includes)
                  .toList();
          var views = new Claims(file, Naming.of(lens));
          return Answer.ok(
              new MatterViews.Claims(
                  window.of(all).stream().map(views::said).toList(),
                  all.size(),
                  window.next(all.size())));
        });
  }

  /// Whose account.
  private enum Account {
    ALL,
    OWN,
    OTHERS;

    boolean includes(Claim claim) {
      return this == ALL || (this == OWN) == claim.says().isOwn();
    }
  }

  private static boolean isIn(Claim claim, String row) {
    return claim.says().subject().toString().equals(row);
  }

  private Answer claim(Call call) throws MalformedRequestException {
    call.query().finish();
    var lens = surface.look(call);
    var state = known(lens);
    return lens.entry(call)
        .flatMap(
            id ->
                state
                    .findFile(id)
                    .flatMap(
                        file ->
                            file.accounts()
                                .find(id)
                                .map(new Claims(file, Naming.of(lens))::detail)))
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  // ---- the rest of a matter -------------------------------------------------------------------

  private Answer timeline(Call call) throws MalformedRequestException {
    var query = call.query();
    var window = Window.of(query);
    query.finish();
    var lens = surface.look(call);
    return about(
        lens,
        call,
        (_, file) -> {
          var chronicle = Chronicle.of(file, Naming.of(lens));
          int size = chronicle.size();
          return Answer.ok(
              new MatterViews.Timeline(
                  chronicle.page(window.from(size), window.to(size)), size, window.next(size)));
        });
  }

  private Answer exhibits(Call call) throws MalformedRequestException {
    var query = call.query();
    var window = Window.of(query);
    var one = query.text("exhibit", 40);
    query.finish();
    var lens = surface.look(call);
    return about(
        lens,
        call,
        (_, file) -> {
          var custody = new Custody(file, Naming.of(lens));
          var all =
              custody.all().stream()
                  .filter(item -> one.isEmpty() || lens.entryName(item.id()).equals(one.get()))
                  .toList();
          return Answer.ok(
              new CustodyViews.Page(
                  window.of(all).stream().map(custody::view).toList(),
                  all.size(),
                  window.next(all.size())));
        });
  }

  private Answer joint(Call call) throws MalformedRequestException {
    call.query().finish();
    var lens = surface.look(call);
    var acts = lens.view().expected().acts();
    return about(
        lens,
        call,
        (_, file) ->
            Answer.ok(
                new JointPages(
                        file,
                        Naming.of(lens),
                        id -> acts.act(id).map(act -> act.proposal().leaf().toString()),
                        id ->
                            acts.act(id)
                                .flatMap(act -> act.proposal().said().supersedes())
                                .map(ActRef::entry))
                    .view()));
  }

  private Answer stix(Call call) throws MalformedRequestException {
    call.query().finish();
    return about(
        surface.look(call),
        call,
        (state, file) ->
            new Answer.Bytes(
                STIX,
                StixBundle.of(state, file).canonical(),
                "matter-%s-%s.stix.json".formatted(call.part("log"), call.part("index"))));
  }
}
