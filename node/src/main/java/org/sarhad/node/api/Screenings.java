package org.sarhad.node.api;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;
import org.sarhad.core.screening.LegalBasis;
import org.sarhad.core.screening.ListState;
import org.sarhad.core.screening.LookBack;
import org.sarhad.core.screening.Screen;
import org.sarhad.core.screening.Screened;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.ScreeningSettings;
import org.sarhad.core.screening.ScreeningState;
import org.sarhad.core.screening.Standing;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.core.screening.SubjectKey;
import org.sarhad.node.api.view.ActivityViews.SaidView;
import org.sarhad.node.api.view.ScreeningViews;

/// Screening as the contract shows it: by everything that is known, at this node's time. What a
/// side holds in its own files is not here, of either side.
final class Screenings {
  /// Most dealings that stand on the page of one party.
  private static final int DEALINGS_MAX = 200;

  /// What is open before what is over, and of either the last first.
  private static final Comparator<Dealings.Known> NEWEST =
      Comparator.comparing((Dealings.Known known) -> known.dealing().isOpen())
          .thenComparing(known -> known.dealing().last())
          .reversed();

  private final Lens lens;
  private final ScreeningState known;
  private final ScreeningSettings settings;

  Screenings(Lens lens) {
    this.lens = lens;
    this.known = lens.view().expected().screening();
    this.settings = lens.view().agreed().screeningSettings();
  }

  ScreeningViews.Board board() {
    return new ScreeningViews.Board(
        lens.now(),
        settings.threshold(),
        settings.listAge().toSeconds(),
        settings.lookBack().toSeconds(),
        Screen.EDITION,
        known.lists().stream().map(list -> list(list.key().side(), list.value())).toList(),
        known.bases().values().map(this::licence).toList());
  }

  private ScreeningViews.ListView list(PartyId side, Word<ListState> word) {
    return new ScreeningViews.ListView(
        lens.said(side, word, new ScreeningFact.ListTaken(word.said()).toJson()),
        word.age(lens.now()).toSeconds(),
        word.at().plus(settings.listAge()),
        word.age(lens.now()).compareTo(settings.listAge()) > 0);
  }

  private ScreeningViews.LicenceView licence(LegalBasis basis) {
    return new ScreeningViews.LicenceView(
        said(basis.side(), basis.recorded()),
        basis.used(),
        basis.left(),
        basis.holds(lens.now()),
        basis.draws().stream().map(draw -> draw(basis.side(), draw.key(), draw.value())).toList(),
        basis.ended().map(word -> said(basis.side(), word)));
  }

  private SaidView draw(PartyId side, EntryId entry, ScreeningFact.BasisDrawn drawn) {
    var at = lens.view().entry(entry).map(known -> known.envelope().time()).orElse(lens.now());
    return lens.said(side, new Word<>(entry, at, drawn), drawn.toJson());
  }

  // ---- parties --------------------------------------------------------------------------------

  /// Those that some side stands to as `which` wants it, in the order of their names.
  List<SubjectId> subjects(Predicate<Standing> which) {
    return Ordered.set(known.subjects().keys().map(SubjectKey::subject).toList()).stream()
        .filter(
            subject ->
                known.parties().stream().anyMatch(side -> which.test(standing(side, subject))))
        .toList();
  }

  private Standing standing(PartyId side, SubjectId subject) {
    return known.standing(side, subject, lens.now(), settings);
  }

  ScreeningViews.SubjectView view(SubjectId subject) {
    return new ScreeningViews.SubjectView(
        subject.value(),
        known
            .objectionToSigning(Ordered.set(subject), lens.now(), settings)
            .map(refusal -> "screening." + Codes.of(refusal)),
        known.parties().stream().map(side -> view(side, subject)).toList());
  }

  private ScreeningViews.SideView view(PartyId side, SubjectId subject) {
    var screened = known.screened(side, subject);
    return new ScreeningViews.SideView(
        side.value(),
        Codes.of(standing(side, subject)),
        screened.held().map(word -> said(side, word)),
        screened.proposal().map(Screened.Proposal::word).map(word -> said(side, word)),
        screened.decision().map(decided -> said(side, decided.proposal().word())),
        screened.decision().map(decided -> said(side, decided.word())));
  }

  /// One party with all that was said of it and done with it. Whoever is not screened yet has a
  /// page as well: contracts with it may be drafted.
  ScreeningViews.Detail detail(SubjectId subject) {
    var history = ScreeningHistory.of(lens, subject);
    return new ScreeningViews.Detail(
        lens.now(),
        view(subject),
        history.words(),
        history.isWhole(),
        known
            .bases()
            .values()
            .filter(basis -> basis.recorded().said().subject().equals(subject))
            .map(this::licence)
            .toList(),
        new Dealings(lens)
            .all().stream()
                .filter(known -> known.dealing().subjects().contains(subject))
                .map(this::dealing)
                .limit(DEALINGS_MAX)
                .toList());
  }

  // ---- looking back ---------------------------------------------------------------------------

  /// Whom the own side has to screen again, and one page of what is open or was done with them
  /// (protocol clause 16-4.5).
  ScreeningViews.LookBackPage lookBack(Paging.Asked asked) {
    var dealings = new LinkedHashMap<LookBack.Dealing, Dealings.Known>();
    new Dealings(lens).all().forEach(known -> dealings.put(known.dealing(), known));
    var back = LookBack.of(known, lens.own(), List.copyOf(dealings.keySet()), lens.now(), settings);
    var page =
        Paging.of(
            back.dealings().stream()
                .map(dealing -> Optional.ofNullable(dealings.get(dealing)).orElseThrow())
                .sorted(NEWEST)
                .toList(),
            asked);
    return new ScreeningViews.LookBackPage(
        lens.now(),
        lens.now().minus(settings.lookBack()),
        back.subjects().stream().map(SubjectId::value).toList(),
        page.items().stream().map(this::dealing).toList(),
        page.total(),
        page.next());
  }

  private ScreeningViews.DealingView dealing(Dealings.Known known) {
    var dealing = known.dealing();
    return new ScreeningViews.DealingView(
        lens.entryName(dealing.entry()),
        dealing.entry().toString(),
        Codes.of(known.what()),
        dealing.subjects().stream().map(SubjectId::value).toList(),
        dealing.isOpen(),
        dealing.last());
  }

  private SaidView said(PartyId by, Word<? extends ScreeningFact> word) {
    return lens.said(by, word, word.said().toJson());
  }
}
