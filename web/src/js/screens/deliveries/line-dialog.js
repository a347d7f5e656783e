import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {rolesFor, signs} from '../../app/agreements.js';
import {choice, field} from '../../parts/field.js';
import {notHere} from '../../parts/refusal.js';
import {saidPlainly} from '../../parts/wording.js';
import {latinDigits} from '../../time/walls.js';
import {proposing} from '../agreements/proposing.js';
import {bandStrip, readBands, writtenBands} from './bands.js';
import {MEGA} from './goods.js';

/**
 * A line that energy flows over: by which contract, where its meters are, what is lost on the way, the tariff bands of a
 * day, the least of a month, and what is due in kind. Both sides sign it; another one can take its place.
 */

const LINE = 'energy-line';
const KIND = 'energy_line';

const CONTRACTS = '/contracts?limit=200';

const METERING = ['ends', 'point'];

/** Most that can be agreed to be lost, in thousandths. */
const LOSS_MAX = 200;

/** Units of energy, and those in which something else is due for it. */
const ENERGY = ['MWH', 'KWH', 'GWH', 'WHR', 'GV', '3B'];
const DUE = ['MTQ', 'TNE', 'KGM', 'LTR', 'BLL', 'MWH', 'KWH', 'H87'];

/**
 * Whether this officer can propose lines.
 * @param {import('../../app/view.js').View} view
 */
export const mayProposeLine = (view) => signs(view, KIND);

/** @param {import('../../app/view.js').View} view */
export function openLine(view) {
  const kept = view.draft(LINE);
  view.act.open(LINE, {refused: undefined, ...(kept.supersedes || !kept.bands ? fresh() : {})});
}

/** What a draft begins with: one band, nothing lost, no least. */
const fresh = () => ({name: '', contract: undefined, metering: METERING[0], loss: '0', minimum: '0', bands: writtenBands([{from: 0, name: 'base'}]), isReturned: false, supersedes: undefined});

/**
 * The button that proposes another line in the place of one that stands; nothing while its act is not known, and for
 * those who propose none.
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyLine} line
 */
export function anewOffer(view, line) {
  /** @type {import('../../app/types.js').ActDetail | undefined} */
  const known = mayProposeLine(view) ? view.feed.read(`/acts/${line.line}`).data : undefined;
  return known ? html`<button data-offer="line-anew" @click=${() => openAnew(view, line, known.act)}>${view.words.text('lineForm.anew')}</button>` : nothing;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('./types.js').EnergyLine} line
 * @param {import('../../app/types.js').Act} supersedes
 */
function openAnew(view, {of, terms}, supersedes) {
  const {returned} = terms;
  view.act.open(LINE, {
    ...fresh(),
    refused: undefined,
    supersedes,
    name: terms.name,
    contract: of.act,
    metering: terms.metering,
    loss: String(terms.loss / 10),
    minimum: String(terms.minimum / MEGA),
    bands: writtenBands(terms.bands),
    isReturned: Boolean(returned),
    ...(returned ? {dueAmount: String(returned.due.amount), dueUnit: returned.due.unit, perAmount: String(returned.per.amount), perUnit: returned.per.unit} : {}),
  });
}

/**
 * The contracts that a line can rest on: counted in watt hours, and in force.
 * @param {import('../../app/view.js').View} view
 * @returns {import('../committee/market-types.js').Contract[] | undefined} nothing while they are not known
 */
function contractsOf(view) {
  /** @type {import('../committee/market-types.js').Contract[] | undefined} */
  const all = view.feed.read(CONTRACTS).data?.items;
  return all?.filter(({stage, terms}) => terms.quantity.unit === 'WHR' && (stage === 'signed' || stage === 'active'));
}

/** @param {import('../../app/view.js').View} view */
export function lineDialog(view) {
  const {words, act} = view;
  const draft = view.draft(LINE);
  const contracts = contractsOf(view);
  const contract = contracts?.find(({statement}) => statement === draft.contract) ?? contracts?.[0];
  const bands = readBands(draft.bands);
  const isPoint = draft.metering === 'point';
  const isOtherBasis = isPoint && contract !== undefined && contract.terms.weighed !== 'loaded';
  const terms = contract && !isOtherBasis ? termsOf(draft, contract, bands) : undefined;
  return proposing(view, LINE, {
    kind: KIND,
    roles: rolesFor(view, KIND),
    title: words.text(draft.supersedes ? 'lineForm.anew' : 'lineForm.title'),
    means: html`<li>${words.text('lineForm.means')}</li>`,
    ready: terms !== undefined,
    terms: () => terms,
    fields: html`
      ${field(view, LINE, {name: 'name', label: words.text('lineForm.name'), hint: words.text('lineForm.nameHint'), required: true, maxlength: 64})}
      ${contractField(view, contracts)}
      <div class="fields">
        ${choice(view, LINE, {
          name: 'metering',
          label: words.text('lineForm.metering'),
          options: METERING.map((code) => [code, words.of('metering', code)]),
          also: (code) => (code === 'point' ? {loss: '0'} : {}),
        })}
        ${isPoint
          ? nothing
          : field(view, LINE, {name: 'loss', label: words.text('lineForm.loss'), hint: words.text('lineForm.lossHint', {most: LOSS_MAX / 10}), kind: 'code', required: true, maxlength: 5})}
        ${field(view, LINE, {name: 'minimum', label: words.text('lineForm.minimum'), hint: words.text('lineForm.minimumHint'), kind: 'code', required: true, maxlength: 16})}
      </div>
      ${isOtherBasis ? html`<p class="hint wrong" role="status">${words.text('lineForm.otherBasis')}</p>` : nothing}
      ${field(view, LINE, {name: 'bands', label: words.text('lineForm.bands'), hint: words.text('lineForm.bandsHint'), kind: 'area', required: true, maxlength: 600})}
      ${bands ? bandStrip(view, bands) : html`<p class="hint wrong" role="status">${words.text('lineForm.bandsWrong')}</p>`}
      <label class="tick"
        ><input type="checkbox" .checked=${Boolean(draft.isReturned)} @change=${(/** @type {any} */ {target}) => act.edit(LINE, {isReturned: target.checked})} />
        <span>${words.text('lineForm.inKind')}</span></label
      >
      ${draft.isReturned ? inKindFields(view) : nothing}
    `,
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../committee/market-types.js').Contract[] | undefined} contracts
 */
function contractField(view, contracts) {
  const {words} = view;
  if (!contracts) {
    return notHere(view, view.feed.read(CONTRACTS));
  }
  return contracts.length
    ? choice(view, LINE, {
        name: 'contract',
        label: words.text('lineForm.contract'),
        options: contracts.map(({statement, act, terms: {goods, price}}) => [statement, `${saidPlainly(view, goods.name)} · ${act} · ${price.formula} / ${words.of('unitCode', price.per)}`]),
      })
    : html`<p class="notice">${words.text('lineForm.noContract')}</p>`;
}

/** @param {import('../../app/view.js').View} view */
function inKindFields(view) {
  const {words} = view;
  const unit = (/** @type {string} */ code) => /** @type {[string, string]} */ ([code, words.of('unitCode', code)]);
  return html`<div class="fields">
    ${field(view, LINE, {name: 'dueAmount', label: words.text('lineForm.due'), kind: 'code', required: true, maxlength: 12})}
    ${choice(view, LINE, {name: 'dueUnit', label: words.text('lineForm.dueUnit'), options: DUE.map(unit)})}
    ${field(view, LINE, {name: 'perAmount', label: words.text('lineForm.per'), kind: 'code', required: true, maxlength: 12})}
    ${choice(view, LINE, {name: 'perUnit', label: words.text('lineForm.perUnit'), options: ENERGY.map(unit)})}
  </div>`;
}

// ---- what was typed -----------------------------------------------------------------------------

/**
 * A decimal that comes to a whole number of so small a part of it; nothing where it does not.
 * @param {string | undefined} typed
 * @param {number} parts
 */
function wholeOf(typed = '', parts = 1) {
  const text = latinDigits(typed).trim().replace('٫', '.');
  const units = Math.round(Number(text) * parts);
  return /^\d{1,12}(\.\d{1,6})?$/.test(text) && Math.abs(units / parts - Number(text)) < 1e-9 && Number.isSafeInteger(units) ? units : undefined;
}

/**
 * The terms as they are signed; nothing while something is not whole.
 * @param {Record<string, any>} draft
 * @param {import('../committee/market-types.js').Contract} contract
 * @param {{from: number, name: string}[] | undefined} bands
 */
function termsOf(draft, contract, bands) {
  const name = draft.name?.trim();
  const loss = draft.metering === 'point' ? 0 : wholeOf(draft.loss, 10);
  const minimum = wholeOf(draft.minimum, MEGA);
  const returned = draft.isReturned ? returnedOf(draft) : {};
  return name && loss !== undefined && loss <= LOSS_MAX && minimum !== undefined && bands && returned
    ? {bands, contract: contract.statement, loss, metering: draft.metering ?? METERING[0], minimum, name, ...returned}
    : undefined;
}

/** @param {Record<string, any>} draft */
function returnedOf({dueAmount, dueUnit, perAmount, perUnit}) {
  const due = wholeOf(dueAmount);
  const per = wholeOf(perAmount);
  return due && per ? {returned: {due: {amount: due, unit: dueUnit ?? DUE[0]}, per: {amount: per, unit: perUnit ?? ENERGY[0]}}} : undefined;
}
