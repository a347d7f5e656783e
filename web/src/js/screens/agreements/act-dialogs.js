import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {freeSeats, MEMORANDUM, SIGNATORY} from '../../app/agreements.js';
import {LANGUAGES} from '../../i18n/languages.js';
import {kindOf, titleOf} from '../../parts/act.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {leafInGroups} from '../../parts/leaf.js';
import {until} from '../../parts/until.js';
import {capacityField, capacityIn, signedAs} from './capacity.js';
import {exactly} from './exactly.js';
import {proposing} from './proposing.js';

/**
 * Signing. Each dialog says what the signature means before it can be given, and shows once more which bytes it is for:
 * what is sent names the leaf hash that was on the screen, so the node cannot put another text under it.
 */

/** Announced ends that are offered, in hours. */
const EXPIRIES = [1, 6, 24, 72, 240];

/** What each signature means, line by line. */
const MEANS = {
  assent: ['bound', 'forGood', 'told'],
  'refuse-act': ['ends', 'forGood'],
  'take-back': ['until', 'stands', 'forGood'],
};

/**
 * Opens one of the dialogs about an act.
 * @param {import('../../app/view.js').View} view
 * @param {keyof typeof MEANS} name
 * @param {import('../../app/types.js').Act} act
 * @param {import('../../app/types.js').ActDetail} [detail] where the screen does not show the text: then the dialog does
 */
export function openAct(view, name, act, detail) {
  const fresh = view.draft(name).about?.act !== act.act;
  view.act.open(name, {about: act, detail, refused: undefined, ...(fresh ? {read: false, reason: '', capacity: undefined} : {})});
}

/** @param {import('../../app/view.js').View} view */
export function assentDialog(view) {
  const {words, act} = view;
  const draft = view.draft('assent');
  /** @type {import('../../app/types.js').Act} */
  const about = draft.about;
  const seats = about.sides.filter((one) => one.party === view.ours.id).flatMap(freeSeats);
  return signing(view, 'assent', {
    path: 'assents',
    said: 'said.assented',
    roles: seats.map(([role]) => role),
    ready: Boolean(draft.read),
    body: {},
    fields: html`<label class="tick">
      <input type="checkbox" required .checked=${Boolean(draft.read)} @change=${(/** @type {any} */ event) => act.edit('assent', {read: event.target.checked})} />
      <span>${words.rich('assent.read', {act: html`<bdi class="code">${about.act}</bdi>`})}</span>
    </label>`,
  });
}

/** @param {import('../../app/view.js').View} view */
export function refuseDialog(view) {
  return reasoned(view, 'refuse-act', {path: 'refusals', said: 'said.actRefused'});
}

/** @param {import('../../app/view.js').View} view */
export function takeBackDialog(view) {
  return reasoned(view, 'take-back', {path: 'withdrawals', said: 'said.actTakenBack'});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {'refuse-act' | 'take-back'} name
 * @param {{path: string, said: string}} sent
 */
function reasoned(view, name, {path, said}) {
  const draft = view.draft(name);
  const ours = draft.about.sides.filter((/** @type {import('../../app/types.js').ActSide} */ one) => one.party === view.ours.id);
  return signing(view, name, {
    path,
    said,
    roles: ours.flatMap((/** @type {import('../../app/types.js').ActSide} */ one) => Object.keys(one.seats)),
    ready: Boolean(draft.reason?.trim()),
    body: {reason: draft.reason?.trim()},
    fields: field(view, name, {
      name: 'reason',
      label: view.words.text('signAct.reason'),
      hint: view.words.rich('signAct.reasonHint', {side: view.nameOf(view.peer)}),
      kind: 'area',
      required: true,
      maxlength: 500,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {keyof typeof MEANS} name
 * @param {{path: string, said: string, roles: string[], ready: boolean, body: object, fields: unknown}} content
 */
function signing(view, name, {path, said, roles, ready, body, fields}) {
  const {words, act} = view;
  const draft = view.draft(name);
  /** @type {import('../../app/types.js').Act} */
  const about = draft.about;
  const title = titleOf(about);
  const {able, as} = capacityIn(view, name, roles, about.kind);
  const side = view.nameOf(view.peer);
  return dialog(view, {
    title: html`${words.text(`signAct.${name}.title`)} <bdi class="code quiet">${about.act}</bdi>`,
    body: form(view, name, {
      ready: ready && Boolean(as),
      button: words.text(`signAct.${name}.send`),
      send: () =>
        act.send(name, {
          path: `/acts/${about.act}/${path}`,
          body: {leaf: about.leaf, ...body, ...signedAs(as)},
          said,
        }),
      fields: html`
        <p><b>${kindOf(view, about.kind)}</b> ${title ? html`<span dir="auto">${title}</span>` : nothing}</p>
        <ul class="consequences">
          ${MEANS[name].map((what) => html`<li>${words.rich(`signAct.${name}.means.${what}`, {side})}</li>`)}
        </ul>
        <div>
          <p class="label">${words.text('entry.leaf')}</p>
          ${leafInGroups(view, about.leaf)}
        </div>
        ${draft.detail ? exactly(view, draft.detail) : nothing}
        ${capacityField(view, name, able)} ${fields}
      `,
    }),
  });
}

// ---- proposing ----------------------------------------------------------------------------------

/**
 * Opens the proposal of a memorandum: a fresh one, one that answers another, or one that is to take the place of one in
 * force. An answer begins with the words it answers; what was typed for the same purpose before is kept.
 *
 * @param {import('../../app/view.js').View} view
 * @param {{counters?: import('../../app/types.js').Act, supersedes?: import('../../app/types.js').Act}} [about]
 */
export function openProposal(view, {counters, supersedes} = {}) {
  const old = counters ?? supersedes;
  const purpose = `${counters ? 'counters' : supersedes ? 'supersedes' : 'new'} ${old?.act ?? ''}`;
  const {title, text, language} = old?.terms ?? {};
  const words = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : '');
  const fresh = {
    purpose,
    counters,
    supersedes,
    title: words(title),
    text: words(text),
    language: words(language) in LANGUAGES ? language : view.words.language,
    expires: undefined,
    expiresIn: '',
    capacity: undefined,
  };
  view.act.open('propose', {refused: undefined, ...(view.draft('propose').purpose === purpose ? {} : fresh)});
}

/** @param {import('../../app/view.js').View} view */
export function proposeDialog(view) {
  const {words} = view;
  const draft = view.draft('propose');
  const about = draft.counters ? 'counters' : draft.supersedes ? 'supersedes' : 'new';
  return proposing(view, 'propose', {
    kind: MEMORANDUM,
    roles: [SIGNATORY],
    title: words.text(`propose.title.${about}`),
    ready: Boolean(draft.title?.trim() && draft.text?.trim()),
    terms: () => ({title: draft.title.trim(), text: draft.text.trim(), language: draft.language ?? words.language}),
    fields: html`
      ${field(view, 'propose', {name: 'title', label: words.text('propose.name'), required: true, maxlength: 200})}
      ${field(view, 'propose', {name: 'text', label: words.text('propose.text'), hint: words.text('propose.textHint'), kind: 'area', required: true, maxlength: 16000})}
      <div class="fields">
        ${choice(view, 'propose', {
          name: 'language',
          label: words.text('propose.language'),
          options: Object.entries(LANGUAGES).map(([tag, language]) => [tag, language.own]),
        })}
        <div class="field">
          ${until(view, 'propose', {
            name: 'expires',
            label: words.text('propose.expires'),
            hint: words.text('propose.expiresHint'),
            none: words.text('propose.noExpiry'),
            hours: EXPIRIES,
          })}
        </div>
      </div>
    `,
  });
}
