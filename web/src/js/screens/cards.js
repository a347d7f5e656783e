import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {LANGUAGES} from '../i18n/languages.js';
import {notHere} from '../parts/refusal.js';
import {severity} from '../parts/severity.js';

/**
 * Run cards: a code-word that people of both languages can say over a radio, and what it sets going. A card is never
 * changed, only followed by its next version.
 *
 * @param {import('../app/view.js').View} view
 */
export function cards(view) {
  const reading = view.feed.read('/run-cards');
  /** @type {import('../app/types.js').RunCard[] | undefined} */
  const known = reading.data?.items;
  if (!known) {
    return notHere(view, reading);
  }
  return html`<p class="lead">${view.words.text('card.lead')}</p>
    <div class="run-cards">${known.map((card) => runCard(view, card))}</div>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').RunCard} card
 */
function runCard(view, card) {
  const {words} = view;
  const spellings = Object.keys(LANGUAGES).filter((tag) => tag !== 'en');
  return html`<section class="panel run-card" aria-labelledby="card-${card.codeWord}">
    <header>
      ${severity(view, card.priority)}
      <h2 id="card-${card.codeWord}"><bdi>${card.codeWord}</bdi></h2>
      ${spellings.map((tag) => {
        const spelt = card.spelling[/** @type {'fa' | 'ur'} */ (tag)];
        return spelt ? html`<span lang=${tag} dir="rtl" class="spelling">${spelt}</span>` : nothing;
      })}
      <span class="push quiet small">${words.text('rail.version', {number: card.version})}</span>
    </header>
    <div class="body stack">
      <p class="card-title" dir="auto">${words.label(card.title)}</p>
      <dl class="pairs">
        ${pair(words.text('card.notify'), [
          ...card.notify.map((role) => words.of('role', role)),
          ...(card.notifyPeer ? [view.nameOf(view.peer)] : []),
        ])}
        ${card.types.length ? pair(words.text('card.types'), card.types.map((type) => words.of('unitType', type))) : nothing}
        ${card.capabilities?.length
          ? pair(words.text('card.capabilities'), card.capabilities.map((code) => words.of('capability', code)))
          : nothing}
        ${card.rendezvous ? plain(words.text('card.rendezvous'), card.rendezvous.label) : nothing}
        ${card.hospital ? plain(words.text('card.hospital'), card.hospital.label) : nothing}
        ${plain(words.text('card.reminder'), view.clocks.length((card.reminderMinutes ?? 15) * 60_000))}
      </dl>
      <ol class="steps-of-card">
        ${card.checklist.map((step) => html`<li dir="auto">${words.label(step)}</li>`)}
      </ol>
      ${card.agreedSteps ? html`<p class="hint">${words.text('card.agreed', {count: card.agreedSteps})}</p>` : nothing}
    </div>
    ${view.may('sector_commander', 'chief')
      ? html`<footer>
          <button @click=${() => view.act.open('card', draftOf(card))}>${words.text('card.next')}</button>
        </footer>`
      : nothing}
  </section>`;
}

/**
 * @param {string} name
 * @param {string[]} values
 */
function pair(name, values) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${values.map((value) => html`<span class="tag" dir="auto">${value}</span> `)}</dd>
  </div>`;
}

/**
 * @param {string} name
 * @param {string} value
 */
function plain(name, value) {
  return html`<div>
    <dt>${name}</dt>
    <dd dir="auto">${value}</dd>
  </div>`;
}

/**
 * The card as the dialog of its next version begins with it: what is agreed as it stands, and the checklist of the own
 * side as lines, one field for each language.
 * @param {import('../app/types.js').RunCard} card
 */
function draftOf(card) {
  const own = card.checklist.slice(card.agreedSteps ?? 0);
  const lines = (/** @type {'en' | 'fa' | 'ur'} */ tag) => own.map((step) => step[tag] ?? '').join('\n').trimEnd();
  return {
    known: true,
    codeWord: card.codeWord,
    version: card.version,
    agreed: card.checklist.slice(0, card.agreedSteps ?? 0),
    priority: card.priority,
    notify: card.notify,
    notifyPeer: card.notifyPeer,
    reminder: String(card.reminderMinutes ?? 15),
    types: card.types,
    capabilities: card.capabilities ?? [],
    rendezvous: card.rendezvous?.label ?? '',
    hospital: card.hospital?.label ?? '',
    rendezvousWas: card.rendezvous,
    hospitalWas: card.hospital,
    'spelling-fa': card.spelling.fa ?? '',
    'spelling-ur': card.spelling.ur ?? '',
    'title-en': card.title.en,
    'title-fa': card.title.fa ?? '',
    'title-ur': card.title.ur ?? '',
    'steps-en': lines('en'),
    'steps-fa': lines('fa'),
    'steps-ur': lines('ur'),
  };
}
