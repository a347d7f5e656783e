package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.screening.ListSource;
import org.sarhad.core.screening.ListState;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.ScreeningSettings;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.core.testing.Voices;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// Screening goes by the agreed rules, and is folded with everything else (protocol clauses 08-1.2,
/// 16-6).
class AgreedScreeningTest {
  private static final ScreeningFact TAKEN =
      new ScreeningFact.ListTaken(
          new ListState(
              ListSource.UN, LocalDate.of(2019, 4, 20), Merkle.sha256(Bytes.ofUtf8("a list")), 3));

  @Test
  void whatIsInitiallyAgreedIsWhatTheApplicationBeginsWith() {
    assertThat(Accord.NONE.screeningSettings()).isEqualTo(ScreeningSettings.defaults());
    assertThat(ScreeningSettings.defaults().listAge()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void aStatementOfASideIsFoldedIntoTheAccord() throws Exception {
    ChannelState channel = ChannelState.of(Sides.CHANNEL, Keys.SIGNATURES);
    for (String name : new String[] {"ir", "pk"}) {
      TestSide side = new TestSide(Sides.CHANNEL, name);
      side.begin();
      Entry genesis = side.said().getLast().entry();
      channel = channel.with(side.card()).enter(genesis);
      channel = channel.apply(channel.context(genesis), side.genesis());
    }
    ActEntry entry = Voices.of("ir", "pk").says(Sides.IR, Role.COMPLIANCE);
    Optional<Statement> said = Statement.read(TAKEN.kind().kind(), TAKEN.toJson());
    Accord after = Accord.NONE.take(channel, entry, said);

    assertThat(said).contains(new Statement.OnScreening(TAKEN));
    assertThat(after.screening().lists().size()).isEqualTo(1);
    assertThat(after.screening().listsOf(Sides.IR)).containsOnlyKeys(ListSource.UN);
    assertThat(after.screening().listsOf(Sides.PK)).isEmpty();
    assertThat(after.digest())
        .isNotEqualTo(Accord.NONE.take(channel, entry, Optional.empty()).digest());
  }
}
