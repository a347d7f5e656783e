import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {ruleOf} from '../../app/agreements.js';
import {choice, field} from '../../parts/field.js';
import {dayField, dueInWords, dueOf} from '../../parts/day.js';
import {icon} from '../../parts/icon.js';
import {toggles} from '../../parts/toggles.js';
import {latinDigits} from '../../time/walls.js';
import {wordingDraft, wordingFields, wordingOf} from '../../parts/wording.js';

/** The forms of what the registers rest on: commitments, recurring duties, joint records. */

/** @typedef {import('./forms.js').Form} Form */

const DRAFT = 'propose';

/** What a duty is. */
const DUTY_KINDS = ['meeting', 'simultaneous_patrol', 'review', 'joint_exercise'];

/** Who meets. */
const LEVELS = ['post', 'sector', 'commission', 'chiefs'];

/** Roles that a missed duty can be brought before; the chief is always the last. */
const RUNGS = ['watch_officer', 'liaison', 'clerk', 'sector_commander'];

/** The agreed rules that say how often sides meet at a level. @type {Record<string, string>} */
const MEETINGS = {sector: 'meeting.sector', commission: 'meeting.commission'};

/** The agreed rules that say how often something else is done. @type {Record<string, string>} */
const CYCLES = {review: 'modalities.review', simultaneous_patrol: 'patrol.simultaneous'};

/**
 * A whole number that was typed, in any digits.
 * @param {string | undefined} typed
 * @param {number} from
 * @param {number} to
 */
export function wholeNumber(typed, from, to) {
  const text = latinDigits(typed ?? '').trim();
  const number = Number(text);
  return /^\d{1,16}$/.test(text) && number >= from && number <= to ? number : undefined;
}

/**
 * @param {string} family
 * @param {string[]} codes
 * @param {import('../../app/view.js').View} view
 * @returns {[string, string][]}
 */
const options = (family, codes, {words}) => codes.map((code) => [code, words.of(family, code)]);

/** @param {import('../../app/view.js').View} view @returns {[string, string][]} */
const sides = (view) => view.parties.map((party) => [party.id, view.nameOf(party)]);

// ---- commitments --------------------------------------------------------------------------------

/** @type {Form} */
const commitment = {
  begin: (view, {title, subject, owners, beneficiaries, due, measure, source}) => ({
    ...wordingDraft('title', title),
    ...wordingDraft('measure', measure?.text),
    subject: subject ?? '',
    owners: owners ?? [],
    beneficiaries: beneficiaries ?? [],
    dated: due && due !== 'no_date_set' ? 'day' : 'none',
    due: due && due !== 'no_date_set' ? due.slice(0, 10) : '',
    dueWall: view.ours.id,
    counted: measure?.quantity ? 'quantity' : 'text',
    amount: measure?.quantity ? String(measure.quantity.amount) : '',
    unit: measure?.quantity?.unit ?? '',
    sourceDay: source?.day ?? '',
    where: source?.where ?? '',
  }),
  fields: (view) => commitmentFields(view, DRAFT),
  terms: (view, draft) => commitmentTerms(view, draft),
};

/**
 * The fields of a commitment, whether both sides sign it or one registers what was stated publicly.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the draft
 * @param {{sourced?: boolean}} [wanted] whether it must be said where it was stated
 */
export function commitmentFields(view, name, {sourced = false} = {}) {
  const {words} = view;
  const draft = view.draft(name);
  return html`
    ${wordingFields(view, name, {name: 'title', label: words.text('commitmentForm.title'), maxlength: 190})}
    <div class="fields">
      ${toggles(view, name, {name: 'owners', label: words.text('commitmentForm.owners'), options: sides(view)})}
      ${toggles(view, name, {name: 'beneficiaries', label: words.text('commitmentForm.beneficiaries'), options: sides(view)})}
    </div>
    <p class="hint">${words.text('commitmentForm.concerned')}</p>
    <div class="fields">
      ${field(view, name, {name: 'subject', label: words.text('commitmentForm.subject'), hint: words.text('commitmentForm.subjectHint'), kind: 'code', required: true, maxlength: 32})}
      ${choice(view, name, {
        name: 'dated',
        label: words.text('commitmentForm.due'),
        options: [
          ['none', words.text('commitmentForm.noDate')],
          ['day', words.text('commitmentForm.byDay')],
        ],
      })}
    </div>
    ${draft.dated === 'day' ? dayField(view, name, {name: 'due', label: words.text('commitmentForm.day'), required: true}) : nothing}
    ${choice(view, name, {
      name: 'counted',
      label: words.text('commitmentForm.measure'),
      options: [
        ['text', words.text('commitmentForm.inWords')],
        ['quantity', words.text('commitmentForm.byNumber')],
      ],
    })}
    ${draft.counted === 'quantity'
      ? html`<div class="fields">
          ${field(view, name, {name: 'amount', label: words.text('commitmentForm.amount'), kind: 'code', required: true, maxlength: 16})}
          ${field(view, name, {name: 'unit', label: words.text('commitmentForm.unit'), kind: 'code', required: true, maxlength: 16})}
        </div>`
      : wordingFields(view, name, {name: 'measure', label: words.text('commitmentForm.how'), maxlength: 330})}
    <fieldset class="tongue stack">
      <legend>${words.text(sourced ? 'commitmentForm.source' : 'commitmentForm.sourceIfAny')}</legend>
      <div class="fields">
        <div class="field">
          <label for="${name}-sourceDay">${words.text('commitmentForm.sourceDay')}</label>
          <input
            id="${name}-sourceDay"
            type="date"
            ?required=${sourced}
            .value=${draft.sourceDay ?? ''}
            @input=${(/** @type {any} */ {target}) => view.act.edit(name, {sourceDay: target.value})}
          />
        </div>
        ${field(view, name, {name: 'where', label: words.text('commitmentForm.where'), required: sourced, maxlength: 300})}
      </div>
    </fieldset>
  `;
}

/**
 * The terms of a commitment; nothing while they are not whole.
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @returns {Record<string, any> | undefined}
 */
export function commitmentTerms(view, draft) {
  const title = wordingOf(draft, 'title');
  const due = draft.dated === 'day' ? dueOf(view, draft, 'due') : 'no_date_set';
  const measure = measureOf(draft);
  const subject = draft.subject?.trim();
  const where = draft.where?.trim();
  const whole = title && due && measure && draft.owners?.length && /^[a-z][a-z0-9_]{0,31}$/.test(subject ?? '');
  if (!whole || Boolean(draft.sourceDay) !== Boolean(where)) {
    return undefined;
  }
  return {
    beneficiaries: [...draft.beneficiaries].sort(),
    due,
    measure,
    owners: [...draft.owners].sort(),
    ...(where ? {source: {day: draft.sourceDay, where}} : {}),
    subject,
    title,
  };
}

/** @param {Record<string, any>} draft */
function measureOf(draft) {
  if (draft.counted === 'quantity') {
    const amount = wholeNumber(draft.amount, 0, Number.MAX_SAFE_INTEGER);
    const unit = draft.unit?.trim();
    return amount !== undefined && unit ? {quantity: {amount, unit}} : undefined;
  }
  const text = wordingOf(draft, 'measure');
  return text && {text};
}

/** @type {Form} */
const closing = {
  begin: (_view, {commitment: which, how, reason}) => ({which, how: how ?? 'fulfilled', ...wordingDraft('reason', reason)}),
  fields: (view) => html`
    ${choice(view, DRAFT, {name: 'how', label: view.words.text('closeForm.how'), options: options('closedHow', ['fulfilled', 'dropped'], view)})}
    ${wordingFields(view, DRAFT, {name: 'reason', label: view.words.text('closeForm.reason'), kind: 'area', maxlength: 660})}
  `,
  terms: (_view, draft) => {
    const reason = wordingOf(draft, 'reason');
    return reason && draft.which ? {commitment: draft.which, how: draft.how, reason} : undefined;
  },
};

// ---- duties -------------------------------------------------------------------------------------

/** @type {Form} */
const duty = {
  begin: (view, {what, level, title, cycle, first, until, escalation}) => {
    const kind = what ?? 'meeting';
    const who = level ?? 'sector';
    const [, every, unit] = /^P(\d+)([DM])$/.exec(cycle ?? '') ?? ['', cycleOf(view, kind, who), 'D'];
    return {
      what: kind,
      level: who,
      ...wordingDraft('title', title),
      every,
      unit,
      first: first?.slice(0, 10) ?? '',
      firstWall: view.ours.id,
      until: until ?? '',
      grace: String(escalation?.grace_days ?? ruleOf(view, 'meeting.overdue') ?? ''),
      step: String(escalation?.step_days ?? 7),
      ladder: (escalation?.ladder ?? ['sector_commander']).filter((/** @type {string} */ role) => role !== 'chief'),
    };
  },
  fields: (view) => {
    const {words} = view;
    const draft = view.draft(DRAFT);
    const number = (/** @type {string} */ name) =>
      field(view, DRAFT, {name, label: words.text(`dutyForm.${name}`), kind: 'code', required: true, maxlength: 4});
    return html`
      <div class="fields">
        ${choice(view, DRAFT, {
          name: 'what',
          label: words.text('dutyForm.what'),
          options: options('dutyKind', DUTY_KINDS, view),
          also: (what) => ({every: cycleOf(view, what, draft.level), unit: 'D'}),
        })}
        ${choice(view, DRAFT, {
          name: 'level',
          label: words.text('dutyForm.level'),
          options: options('meetingLevel', LEVELS, view),
          also: (level) => ({every: cycleOf(view, draft.what, level), unit: 'D'}),
        })}
      </div>
      ${wordingFields(view, DRAFT, {name: 'title', label: words.text('dutyForm.title'), maxlength: 130})}
      <div class="fields">
        ${number('every')}
        ${choice(view, DRAFT, {name: 'unit', label: words.text('dutyForm.unit'), options: options('cycleUnit', ['D', 'M'], view)})}
      </div>
      ${dayField(view, DRAFT, {name: 'first', label: words.text('dutyForm.first'), required: true})}
      <div class="field">
        <label for="propose-until">${words.text('dutyForm.until')}</label>
        <input
          id="propose-until"
          type="date"
          .value=${draft.until ?? ''}
          @input=${(/** @type {any} */ {target}) => view.act.edit(DRAFT, {until: target.value})}
        />
      </div>
      <fieldset class="tongue stack">
        <legend>${words.text('dutyForm.escalation')}</legend>
        <p class="hint">${words.text('dutyForm.escalationMeans')}</p>
        <div class="fields">${number('grace')} ${number('step')}</div>
        ${toggles(view, DRAFT, {name: 'ladder', label: words.text('dutyForm.ladder'), options: options('role', RUNGS, view)})}
        <p class="hint">${words.rich('dutyForm.order', {roles: [...(draft.ladder ?? []), 'chief'].map((role) => words.of('role', role)).join(' → ')})}</p>
      </fieldset>
    `;
  },
  terms: (view, draft) => {
    const title = wordingOf(draft, 'title');
    const first = dueOf(view, draft, 'first');
    const every = wholeNumber(draft.every, 1, draft.unit === 'M' ? 120 : 3660);
    const grace = wholeNumber(draft.grace, 0, 365);
    const step = wholeNumber(draft.step, 1, 365);
    if (!title || !first || !every || grace === undefined || !step || (draft.until && draft.until < draft.first) || draft.ladder.length > 3) {
      return undefined;
    }
    return {
      cycle: `P${every}${draft.unit}`,
      escalation: {grace_days: grace, ladder: [...draft.ladder, 'chief'], step_days: step},
      first,
      level: draft.level,
      title,
      ...(draft.until ? {until: draft.until} : {}),
      what: draft.what,
    };
  },
};

/**
 * How often, in days: as the rules in force say, and open where they leave it to the sides.
 * @param {import('../../app/view.js').View} view
 * @param {string} what
 * @param {string} level
 */
const cycleOf = (view, what, level) => String(ruleOf(view, (what === 'meeting' ? MEETINGS[level] : CYCLES[what]) ?? '') ?? '');

/** @type {Form} */
const cancelling = {
  begin: (_view, {duty: id, number, reason, due}) => ({duty: id, number, due, ...wordingDraft('reason', reason)}),
  fields: (view) => {
    const draft = view.draft(DRAFT);
    return html`
      <p>${view.words.text('cancelForm.means', {number: draft.number})} ${draft.due ? dueInWords(view, draft.due) : nothing}</p>
      ${wordingFields(view, DRAFT, {name: 'reason', label: view.words.text('cancelForm.reason'), kind: 'area', maxlength: 660})}
    `;
  },
  terms: (_view, draft) => {
    const reason = wordingOf(draft, 'reason');
    return reason && {duty: draft.duty, number: draft.number, reason};
  },
};

// ---- joint records ------------------------------------------------------------------------------

/** What came of an item. */
const ITEM_OUTCOMES = ['agreed', 'noted', 'deferred'];

/** @type {Form} */
const record = {
  begin: (view, {meeting, items, commitments}) => {
    const known = items?.length ? items : [{outcome: 'agreed'}];
    return {
      meeting,
      commitments: commitments ?? [],
      count: known.length,
      ...Object.assign({}, ...known.map((/** @type {any} */ item, /** @type {number} */ i) => itemDraft(view, item, i))),
    };
  },
  fields: (view) => {
    const {words, act} = view;
    const draft = view.draft(DRAFT);
    return html`
      <p class="hint">${words.text('recordForm.means')}</p>
      ${Array.from({length: draft.count}, (_, i) => itemFields(view, i))}
      <div class="row">
        <button type="button" ?disabled=${draft.count >= 60} @click=${() => act.edit(DRAFT, {count: draft.count + 1, ...itemDraft(view, {outcome: 'agreed'}, draft.count)})}>
          ${icon('add')}${words.text('recordForm.add')}
        </button>
        <button type="button" ?disabled=${draft.count < 2} @click=${() => act.edit(DRAFT, {count: draft.count - 1})}>${words.text('recordForm.drop')}</button>
      </div>
      ${draft.commitments.length ? html`<p class="hint">${words.text('recordForm.commitments', {count: draft.commitments.length})}</p>` : nothing}
    `;
  },
  terms: (view, draft) => {
    const items = Array.from({length: draft.count}, (_, i) => itemTerms(view, draft, i));
    return items.every(Boolean) ? {commitments: draft.commitments, items, meeting: draft.meeting} : undefined;
  },
};

/**
 * @param {import('../../app/view.js').View} view
 * @param {{outcome: string, subject?: any, text?: any, positions?: Record<string, any>}} item
 * @param {number} i
 */
function itemDraft(view, {outcome, subject, text, positions}, i) {
  return {
    [`outcome${i}`]: outcome,
    ...wordingDraft(`subject${i}`, subject),
    ...wordingDraft(`text${i}`, text),
    ...Object.assign({}, ...view.parties.map(({id}) => wordingDraft(`position${i}${id}`, positions?.[id]))),
  };
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {number} i
 */
function itemFields(view, i) {
  const {words} = view;
  const outcome = view.draft(DRAFT)[`outcome${i}`];
  return html`<fieldset class="tongue stack">
    <legend>${words.text('recordForm.item', {number: i + 1})}</legend>
    ${wordingFields(view, DRAFT, {name: `subject${i}`, label: words.text('recordForm.subject'), maxlength: 130})}
    ${choice(view, DRAFT, {name: `outcome${i}`, label: words.text('recordForm.outcome'), options: options('recordOutcome', ITEM_OUTCOMES, view)})}
    ${outcome === 'noted'
      ? view.parties.map((party) =>
          wordingFields(view, DRAFT, {
            name: `position${i}${party.id}`,
            label: words.rich('recordForm.position', {side: view.nameOf(party)}),
            kind: 'area',
            maxlength: 2000,
          }),
        )
      : wordingFields(view, DRAFT, {name: `text${i}`, label: words.text('recordForm.text'), kind: 'area', maxlength: 2000})}
  </fieldset>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {number} i
 */
function itemTerms(view, draft, i) {
  const outcome = draft[`outcome${i}`];
  const subject = wordingOf(draft, `subject${i}`);
  if (outcome !== 'noted') {
    const text = wordingOf(draft, `text${i}`);
    return subject && text && {outcome, subject, text};
  }
  const positions = view.parties.map(({id}) => /** @type {const} */ ([id, wordingOf(draft, `position${i}${id}`)])).filter(([, text]) => text);
  return subject && positions.length > 1 ? {outcome, positions: Object.fromEntries(positions), subject} : undefined;
}

/** @type {Record<string, Form>} */
export const REGISTER_FORMS = {
  commitment,
  commitment_closed: closing,
  recurring_duty: duty,
  duty_cancelled: cancelling,
  joint_record: record,
};
