import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {SIGNATORY} from '../../app/agreements.js';
import {to} from '../../app/route.js';
import {dialog} from '../../parts/dialog.js';
import {form} from '../../parts/form.js';
import {until} from '../../parts/until.js';
import {capacityField, capacityIn, signedAs} from '../agreements/capacity.js';
import {EXPIRIES} from '../agreements/proposing.js';
import {summary} from './effects.js';
import {DRAFT, rules} from './rules.js';

/**
 * Proposing a document is the first signature under it: what that means, what it changes and would do, and that it was
 * read, come before it.
 *
 * @param {import('../../app/view.js').View} view
 */
export function proposeRulesDialog(view) {
  const {words} = view;
  const draft = view.draft('propose-rules');
  const {counters, preview} = view.draft(DRAFT);
  const known = rules(view).data;
  const {able, as} = capacityIn(view, 'propose-rules', [SIGNATORY], 'modalities');
  const side = view.nameOf(view.peer);
  /** @type {import('./rules.js').RulesDocument} */
  const {terms} = draft;
  const body = {
    kind: 'modalities',
    terms,
    ...(draft.expires ? {expires: draft.expires} : {}),
    ...(counters ? {counters} : {}),
    ...(known?.supersede ? {supersedes: known.supersede} : {}),
    ...signedAs(as),
  };
  return dialog(view, {
    wide: true,
    title: words.text('edit.proposeTitle', {number: terms.number}),
    body: form(view, 'propose-rules', {
      ready: Boolean(draft.read && as),
      button: words.rich('propose.send', {side}),
      send: () =>
        view.act.send('propose-rules', {
          path: '/acts',
          body,
          said: 'said.proposed',
          then: (answer) => {
            view.act.discard(DRAFT);
            view.act.go(to('modalities', answer.entries?.[0]?.split('/') ?? []));
          },
        }),
      fields: html`
        <p><b>${words.label(/** @type {any} */ (terms.title))}</b></p>
        ${preview?.comparison
          ? html`<div class="ceremony-effects">
              <p class="label">${words.text('effect.title')}</p>
              ${summary(view, preview.comparison.effects)}
            </div>`
          : nothing}
        <ul class="consequences">
          ${['signed', 'binds', 'forGood'].map((what) => html`<li>${words.rich(`propose.means.${what}`, {side})}</li>`)}
          ${counters ? html`<li>${words.rich('propose.means.counters', {act: html`<bdi class="code">${counters.act}</bdi>`})}</li>` : nothing}
          ${known?.supersede
            ? html`<li>${words.rich('propose.means.supersedes', {act: html`<bdi class="code">${known.supersede.act}</bdi>`})}</li>`
            : nothing}
        </ul>
        ${until(view, 'propose-rules', {
          name: 'expires',
          label: words.text('propose.expires'),
          hint: words.text('propose.expiresHint'),
          none: words.text('propose.noExpiry'),
          hours: EXPIRIES,
        })}
        ${capacityField(view, 'propose-rules', able)}
        <label class="tick">
          <input
            type="checkbox"
            required
            .checked=${Boolean(draft.read)}
            @change=${(/** @type {any} */ event) => view.act.edit('propose-rules', {read: event.target.checked})}
          />
          <span>${words.text('edit.read')}</span>
        </label>
      `,
    }),
  });
}
