import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {atAllWalls} from '../../parts/times.js';
import {nameOf} from './rules.js';
import {valueText} from './value.js';

/**
 * What a document would do if it came in force now: every setting, run card, seat and sector that changes, and what that
 * means to the duties that run and the incidents that are open.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Comparison} comparison
 */
export function effectsOf(view, {effects, asOf}) {
  const {words} = view;
  return html`<section class="panel effects" aria-labelledby="effects">
    <header>
      <h2 id="effects">${words.text('effect.title')}</h2>
    </header>
    <div class="body stack">
      ${effects.length
        ? html`${summary(view, effects)}
            <ul class="effect-list">
              ${effects.flatMap((effect) => sentences(view, effect)).map((sentence) => html`<li>${sentence}</li>`)}
            </ul>`
        : html`<p>${words.text('effect.none')}</p>`}
      <p class="hint">${words.rich('effect.asOf', {time: atAllWalls(view, asOf)})}</p>
    </div>
  </section>`;
}

/**
 * In one line, for the officer who is about to sign.
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Effect[]} effects
 */
export function summary({words}, effects) {
  const cards = new Set(effects.filter(({what}) => what === 'run_card').map(({name}) => name)).size;
  const values = effects.filter(({what}) => what === 'value' || what === 'red_line' || what === 'quorum').length;
  const late = effects.reduce((sum, {duties}) => sum + (duties?.lateAtOnce ?? 0), 0);
  return html`<p class="row effect-summary">
    ${values ? html`<b>${words.text('effect.values', {n: values})}</b>` : nothing}
    ${cards ? html`<b>${words.text('effect.cards', {n: cards})}</b>` : nothing}
    ${late ? html`<b class="tag warn">${words.text('effect.late', {n: late})}</b>` : nothing}
    ${effects.length ? nothing : words.text('effect.none')}
  </p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Effect} effect
 * @returns {unknown[]}
 */
export function sentences(view, effect) {
  const {words} = view;
  const {key = '', name = '', from, to, unit} = effect;
  switch (effect.what) {
    case 'value':
      return [
        words.rich('effect.value', {
          setting: nameOf(view, key),
          from: html`<del>${valueText(view, words, {key, unit, value: from})}</del>`,
          to: html`<ins>${valueText(view, words, {key, unit, value: to})}</ins>`,
        }),
      ];
    case 'red_line':
      return [words.rich(to ? 'effect.drawn' : 'effect.undrawn', {setting: nameOf(view, key)})];
    case 'run_card':
      return cards(view, name, from, to);
    case 'quorum':
      return [
        words.rich('effect.quorum', {
          kind: effect.kind ? words.of('actKind', effect.kind) : words.text('effect.otherKinds'),
          from: html`<del>${words.text(`seats.${effect.role}`, {count: from})}</del>`,
          to: html`<ins>${words.text(`seats.${effect.role}`, {count: to})}</ins>`,
        }),
      ];
    case 'sector':
      return [words.rich(from ? (to ? 'effect.sectorEdge' : 'effect.sectorGone') : 'effect.sectorNew', {name: code(name)})];
    case 'duties':
      return duties(view, effect);
    case 'incidents':
      return /** @type {const} */ (['entering', 'leaving'])
        .filter((way) => effect.incidents?.[way])
        .map((way) => words.text(`effect.${way}`, {n: effect.incidents?.[way] ?? 0}));
    default:
      return [code(JSON.stringify(effect))];
  }
}

/** @param {unknown} name */
const code = (name) => html`<bdi class="code">${name}</bdi>`;

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {any} from
 * @param {any} to
 */
function cards({words}, name, from, to) {
  if (!from || !to) {
    return [words.rich(to ? 'effect.cardNew' : 'effect.cardGone', {word: code(name)})];
  }
  const said = [];
  if (from.priority !== to.priority) {
    said.push(words.rich('effect.cardPriority', {word: code(name), from: html`<del>P${from.priority}</del>`, to: html`<ins>P${to.priority}</ins>`}));
  }
  if (from.steps.join() !== to.steps.join()) {
    said.push(html`${words.rich('effect.cardSteps', {word: code(name)})} ${steps(words, from.steps, to.steps)}`);
  }
  if (from.fa !== to.fa || from.ur !== to.ur) {
    said.push(words.rich('effect.cardSpelling', {word: code(name)}));
  }
  return said;
}

/**
 * Steps that go and steps that come; all of the new ones where only their order differs.
 * @param {import('../../i18n/words.js').Words} words
 * @param {string[]} from
 * @param {string[]} to
 */
function steps(words, from, to) {
  const gone = from.filter((step) => !to.includes(step));
  const come = to.filter((step) => !from.includes(step));
  const shown = gone.length + come.length ? come : to;
  return html`<ul class="small card-steps">
    ${gone.map((step) => html`<li><del>${words.of('cardStep', step)}</del></li>`)}
    ${shown.map((step) => html`<li><ins>${words.of('cardStep', step)}</ins></li>`)}
  </ul>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Effect} effect
 */
function duties(view, {key = '', duties: moved}) {
  const {words} = view;
  const {live = 0, lateAtOnce = 0, inTimeAgain = 0} = moved ?? {};
  return [
    html`${words.rich('effect.duties', {setting: nameOf(view, key), n: live})}
    ${lateAtOnce ? html`<span class="tag warn">${words.text('effect.late', {n: lateAtOnce})}</span>` : nothing}
    ${inTimeAgain ? html`<span class="tag">${words.text('effect.again', {n: inTimeAgain})}</span>` : nothing}`,
  ];
}
