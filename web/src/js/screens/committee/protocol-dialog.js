import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {unitsOf} from '../../parts/amount.js';
import {dayField, dueOf, momentField, momentOf} from '../../parts/day.js';
import {choice, field} from '../../parts/field.js';
import {latinDigits} from '../../time/walls.js';
import {proposing} from '../agreements/proposing.js';
import {rolesFor} from './known.js';
import {openLinesFile} from './lines-dialog.js';
import {begun, DRAFT, LINES_MAX} from './protocol-draft.js';
import {readCorridors, readIndices, readQuotas} from './protocol-text.js';

const KIND = 'barter_protocol';

/** Units in which goods are counted on the market, the usual ones first. */
const UNITS = ['TNE', 'KGM', 'DTN', 'LTR', 'MTQ', 'BLL', 'MWH', 'GWH', 'GV', 'H87', 'DZN', 'MTR', 'KMT'];

const NAME = /^[a-z][a-z0-9_]{0,31}$/;

/**
 * A fresh protocol; it begins with the lines, quotas and corridors of the last one.
 * @param {import('../../app/view.js').View} view
 * @param {import('./market-types.js').MarketRound | undefined} last
 */
export function openProtocol(view, last) {
  const kept = view.draft(DRAFT);
  view.act.open(DRAFT, {...(kept.count ? {} : begun(last)), refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function protocolDialog(view) {
  const {words} = view;
  const draft = view.draft(DRAFT);
  const terms = termsOf(view, draft);
  return proposing(view, DRAFT, {
    kind: KIND,
    roles: rolesFor(view, KIND),
    title: words.text('protocolForm.title'),
    means: html`<li>${words.text('protocolForm.means')}</li>`,
    ready: terms !== undefined,
    terms: () => terms,
    fields: html`
      ${dayField(view, DRAFT, {name: 'from', label: words.text('protocolForm.from'), required: true})}
      ${dayField(view, DRAFT, {name: 'until', label: words.text('protocolForm.until'), required: true})}
      ${momentField(view, DRAFT, {name: 'closes', label: words.text('protocolForm.closes'), required: true})}
      ${momentField(view, DRAFT, {name: 'reveal', label: words.text('protocolForm.revealBy'), required: true})}
      <div class="fields">
        ${view.parties.map((party) =>
          field(view, DRAFT, {name: `swing-${party.id}`, label: words.rich('protocolForm.swing', {side: view.nameOf(party)}), kind: 'code', required: true, maxlength: 20}),
        )}
      </div>
      ${Array.from({length: draft.count ?? 1}, (_, at) => lineFields(view, draft, at))}
      <p class="row">
        ${(draft.count ?? 1) < LINES_MAX ? html`<button type="button" class="small" data-act="line" @click=${() => view.act.edit(DRAFT, {count: (draft.count ?? 1) + 1})}>${words.text('protocolForm.addLine')}</button>` : nothing}
        ${(draft.count ?? 1) > 1 ? html`<button type="button" class="small" @click=${() => view.act.edit(DRAFT, {count: draft.count - 1})}>${words.text('protocolForm.dropLine')}</button>` : nothing}
        <button type="button" class="small" data-act="lines-file" @click=${() => openLinesFile(view)}>${words.text('linesFile.open')}</button>
      </p>
      ${field(view, DRAFT, {name: 'corridors', label: words.text('protocolForm.corridors'), hint: words.text('protocolForm.corridorsHint'), kind: 'area', maxlength: 8_000})}
      ${field(view, DRAFT, {name: 'quotas', label: words.text('protocolForm.quotas'), hint: words.text('protocolForm.quotasHint'), kind: 'area', maxlength: 8_000})}
      ${field(view, DRAFT, {name: 'indices', label: words.text('protocolForm.indices'), hint: words.text('protocolForm.indicesHint'), kind: 'area', maxlength: 2_000})}
      ${terms ? nothing : html`<p class="hint" role="status">${words.text('protocolForm.notWhole')}</p>`}
    `,
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {number} at
 */
function lineFields(view, draft, at) {
  const {words} = view;
  const inWords = (/** @type {string} */ code) => /** @type {[string, string]} */ ([code, words.of('unitCode', code)]);
  const unit = draft[`unit${at}`] ?? UNITS[0];
  const per = draft[`per${at}`];
  return html`<fieldset class="stack goods-line">
    <legend>${words.text('protocolForm.line', {number: at + 1})}</legend>
    <div class="fields">
      ${field(view, DRAFT, {name: `text${at}`, label: words.text('committee.goods'), required: true, maxlength: 100})}
      ${field(view, DRAFT, {name: `name${at}`, label: words.text('protocolForm.name'), hint: words.text('protocolForm.nameHint'), kind: 'code', required: true, maxlength: 32})}
      ${field(view, DRAFT, {name: `commodity${at}`, label: words.text('protocolForm.commodity'), kind: 'code', required: true, maxlength: 10})}
      ${choice(view, DRAFT, {name: `exporter${at}`, label: words.text('protocolForm.exporter'), options: view.parties.map((party) => [party.id, view.nameOf(party)])})}
      ${field(view, DRAFT, {name: `amount${at}`, label: words.text('protocolForm.lot'), kind: 'code', required: true, maxlength: 12})}
      ${choice(view, DRAFT, {name: `unit${at}`, label: words.text('protocolForm.unit'), options: orOther(UNITS, unit).map(inWords)})}
      ${field(view, DRAFT, {name: `formula${at}`, label: words.text('protocolForm.price'), hint: words.text('protocolForm.priceHint'), kind: 'code', required: true, maxlength: 200})}
      ${choice(view, DRAFT, {name: `per${at}`, label: words.text('protocolForm.per'), options: [unit, ...orOther(UNITS, per).filter((code) => code !== unit)].map(inWords)})}
      ${field(view, DRAFT, {name: `most${at}`, label: words.text('protocolForm.most'), kind: 'code', required: true, maxlength: 10})}
      ${field(view, DRAFT, {name: `least${at}`, label: words.text('protocolForm.least'), kind: 'code', maxlength: 10})}
      ${field(view, DRAFT, {name: `worth${at}`, label: words.text('protocolForm.worth'), kind: 'code', required: true, maxlength: 20})}
      ${field(view, DRAFT, {name: `tolerance${at}`, label: words.text('protocolForm.tolerance'), kind: 'code', maxlength: 3})}
    </div>
  </fieldset>`;
}

/**
 * All of them, and first the one that is chosen, should it be none of the usual ones.
 * @param {string[]} all
 * @param {string} [chosen]
 */
const orOther = (all, chosen) => (!chosen || all.includes(chosen) ? all : [chosen, ...all]);

// ---- what was typed -----------------------------------------------------------------------------

/**
 * The terms as they are signed; nothing while something is not whole.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function termsOf(view, draft) {
  const lines = Array.from({length: draft.count ?? 1}, (_, at) => lineOf(view, draft, at));
  const swing = Object.fromEntries(view.parties.map(({id}) => [id, unitsOf(draft[`swing-${id}`] ?? '')]));
  const rest = {
    closes: momentOf(view, draft, 'closes'),
    corridors: readCorridors(draft.corridors ?? ''),
    from: dueOf(view, draft, 'from'),
    indices: readIndices(draft.indices ?? ''),
    quotas: readQuotas(draft.quotas ?? ''),
    reveal_by: momentOf(view, draft, 'reveal'),
    until: dueOf(view, draft, 'until'),
  };
  const isWhole = [...lines, ...Object.values(swing), ...Object.values(rest)].every((one) => one !== undefined);
  return isWhole ? {...rest, lines: lines.sort((a, b) => (/** @type {any} */ (a).name < /** @type {any} */ (b).name ? -1 : 1)), swing} : undefined;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {number} at
 */
function lineOf(view, draft, at) {
  const whole = (/** @type {string} */ name, /** @type {number} */ standard) => {
    const typed = latinDigits(draft[name + at] ?? '').trim();
    const number = typed === '' ? standard : Number(typed);
    return Number.isSafeInteger(number) && number >= 0 ? number : NaN;
  };
  const text = (/** @type {string} */ name) => (draft[name + at] ?? '').trim();
  const [amount, least, most, tolerance] = [whole('amount', NaN), whole('least', 0), whole('most', NaN), whole('tolerance', 0)];
  const worth = unitsOf(text('worth'));
  const unit = draft[`unit${at}`] ?? UNITS[0];
  const known = draft[`words${at}`];
  const said = known && (known.en ?? Object.values(known)[0]) === text('text') ? known : {[view.words.language]: text('text')};
  const isWhole = text('text') && text('formula') && NAME.test(text('name')) && /^\d{6,10}$/.test(text('commodity')) && worth !== undefined && worth > 0;
  return isWhole && [amount, least, most, tolerance].every((one) => !Number.isNaN(one))
    ? {
        commodity: text('commodity'),
        exporter: draft[`exporter${at}`] ?? view.parties[0].id,
        lot: {amount, unit},
        lots: {least, most},
        name: text('name'),
        price: {formula: text('formula'), per: draft[`per${at}`] ?? unit, where: draft[`where${at}`] ?? {}},
        text: said,
        tolerance,
        value: {least: Math.min(draft[`worthLeast${at}`] ?? 0, worth), most: worth},
      }
    : undefined;
}
