import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {quantity} from '../../parts/amount.js';
import {dayField, dueOf} from '../../parts/day.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {whole} from '../../parts/whole.js';
import {ownWords, ownWordsOf} from '../../parts/wording.js';
import {latinDigits} from '../../time/walls.js';

/** A licence is recorded for one party, used like a quota, given back, and ended. */

const RECORD = 'screening-licence';
const DRAW = 'screening-draw';
const RETURN = 'screening-return';
const END = 'screening-end-licence';

const DAY = 86_400_000;

/** Units in which goods are licensed. */
const UNITS = ['TNE', 'KGM', 'DTN', 'LTR', 'MTQ', 'BLL', 'KWH', 'MWH', 'GWH', 'H87', 'DZN', 'MIL', 'MTR', 'MTK'];

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} subject for whom; '' to ask
 */
export function openLicence(view, subject) {
  view.act.open(RECORD, {refused: undefined, ...(subject ? {subject} : {})});
}

/** @param {import('../../app/view.js').View} view */
export function licenceDialog(view) {
  const {words, act} = view;
  const draft = view.draft(RECORD);
  const body = licenceFrom(view, draft);
  return dialog(view, {
    wide: true,
    title: words.text('licenceForm.title'),
    body: form(view, RECORD, {
      ready: body !== undefined,
      button: words.text('licenceForm.send'),
      send: () => act.send(RECORD, {path: '/statements', body: {kind: 'screening.basis_recorded', body}, said: 'said.screeningLicence'}),
      fields: html`
        <p class="notice">${words.text('licenceForm.means')}</p>
        ${field(view, RECORD, {name: 'subject', label: words.text('screeningDesk.party'), hint: words.text('screeningDesk.partyHint'), required: true, maxlength: 64})}
        ${ownWords(view, RECORD, {name: 'title', label: words.text('licenceForm.name'), kind: 'line', maxlength: 400})}
        ${dayField(view, RECORD, {name: 'from', label: words.text('licenceForm.from'), required: true})}
        ${dayField(view, RECORD, {name: 'until', label: words.text('licenceForm.until'), hint: words.text('licenceForm.untilHint'), required: true})}
        ${field(view, RECORD, {name: 'goods', label: words.text('licenceForm.goods'), hint: words.text('licenceForm.goodsHint'), kind: 'code', required: true, maxlength: 400})}
        <div class="fields">
          ${field(view, RECORD, {name: 'amount', label: words.text('licenceForm.amount'), kind: 'code', required: true, maxlength: 20})}
          ${choice(view, RECORD, {name: 'unit', label: words.text('licenceForm.unit'), options: UNITS.map((code) => [code, words.of('unitCode', code)])})}
        </div>
      `,
    }),
  });
}

/**
 * What was typed, as a licence; nothing while it is not whole.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 */
function licenceFrom(view, draft) {
  const from = beginningOf(dueOf(view, draft, 'from'));
  const last = beginningOf(dueOf(view, draft, 'until'));
  const commodities = [...new Set(latinDigits(draft.goods ?? '').split(/[\s,;،]+/).filter(Boolean))].sort();
  const amount = whole(draft.amount, 1, Number.MAX_SAFE_INTEGER);
  const title = ownWordsOf(view, draft, 'title');
  const isWhole =
    draft.subject?.trim() && title && from !== undefined && last !== undefined && from <= last && amount && commodities.length && commodities.every((code) => /^\d{2,10}$/.test(code));
  return isWhole
    ? {
        from: new Date(from).toISOString(),
        quota: {amount, commodities, unit: draft.unit ?? UNITS[0]},
        subject: draft.subject.trim(),
        title,
        until: new Date(last + DAY).toISOString(),
      }
    : undefined;
}

/**
 * When a day begins.
 * @param {string | undefined} due `2019-06-30+05:00`
 */
const beginningOf = (due) => (due ? Date.parse(`${due.slice(0, 10)}T00:00:00.000${due.slice(10)}`) : undefined);

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} licence of the contract: `ScreeningLicence`
 */
export function openDraw(view, licence) {
  view.act.open(DRAW, {licence, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function drawDialog(view) {
  const {words, act} = view;
  const {licence, by = '', commodity, ...draft} = view.draft(DRAW);
  const {quota, subject} = licence.recorded.body;
  const amount = whole(draft.amount, 1, licence.left);
  const goods = latinDigits(commodity ?? quota.commodities[0]).trim();
  const covered = quota.commodities.some((/** @type {string} */ code) => goods.startsWith(code));
  const dealt = view.feed.read(`/screening/party?subject=${encodeURIComponent(subject)}`).data?.dealings ?? [];
  const uses = dealt.filter((/** @type {any} */ one) => one.what !== 'acceptance');
  const use = by || uses[0]?.id;
  return dialog(view, {
    title: words.text('licenceDraw.title'),
    body: form(view, DRAW, {
      ready: amount !== undefined && covered && Boolean(use),
      button: words.text('licenceDraw.send'),
      send: () =>
        act.send(DRAW, {
          path: '/statements',
          body: {kind: 'screening.basis_drawn', body: {amount, basis: licence.recorded.statement, by: use, commodity: goods}},
          said: 'said.screeningDrawn',
        }),
      fields: html`
        <p>${words.rich('licenceDraw.left', {left: quantity(view, {amount: licence.left, unit: quota.unit}), party: subject})}</p>
        ${uses.length
          ? choice(view, DRAW, {name: 'by', label: words.text('licenceDraw.by'), options: uses.map((/** @type {any} */ one) => [one.id, `${words.of('screenedDealing', one.what)} ${one.act}`])})
          : html`<p class="notice">${words.text('licenceDraw.noUse')}</p>`}
        ${choice(view, DRAW, {name: 'commodity', label: words.text('licenceForm.goods'), options: quota.commodities.map((/** @type {string} */ code) => [code, code])})}
        ${field(view, DRAW, {name: 'amount', label: words.rich('licenceDraw.amount', {unit: words.of('unitCode', quota.unit)}), kind: 'code', required: true, maxlength: 20})}
        ${draft.amount && amount === undefined ? html`<p class="refusal">${words.of('refusal', 'screening.quota_exceeded')}</p>` : nothing}
      `,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').SaidBetween} draw
 */
export function openReturn(view, draw) {
  view.act.open(RETURN, {about: draw, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function returnDialog(view) {
  const {words} = view;
  return withReason(view, RETURN, {
    title: words.text('licenceReturn.title'),
    means: words.text('licenceReturn.means'),
    button: words.text('licenceReturn.send'),
    said: 'said.screeningReturned',
    kind: 'screening.basis_returned',
    about: ({about}) => ({draw: about.statement}),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} licence of the contract: `ScreeningLicence`
 */
export function openEndLicence(view, licence) {
  view.act.open(END, {about: licence, refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function endLicenceDialog(view) {
  const {words} = view;
  return withReason(view, END, {
    title: words.text('licenceEnd.title'),
    means: words.text('licenceEnd.means'),
    button: words.text('licenceEnd.send'),
    said: 'said.screeningLicenceEnded',
    kind: 'screening.basis_ended',
    about: ({about}) => ({basis: about.recorded.statement}),
  });
}

/**
 * Something is taken back, for a reason.
 * @param {import('../../app/view.js').View} view
 * @param {string} name
 * @param {{title: string, means: string, button: string, said: string, kind: string, about: (draft: Record<string, any>) => Record<string, any>}} what
 */
function withReason(view, name, {title, means, button, said, kind, about}) {
  const draft = view.draft(name);
  const reason = ownWordsOf(view, draft, 'reason');
  return dialog(view, {
    title,
    body: form(view, name, {
      ready: Boolean(reason),
      button,
      send: () => view.act.send(name, {path: '/statements', body: {kind, body: {...about(draft), reason}}, said}),
      fields: html`<p class="notice">${means}</p>
        ${ownWords(view, name, {name: 'reason', label: view.words.text('screeningDesk.reason'), maxlength: 2000})}`,
    }),
  });
}
