import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {audience} from '../parts/audience.js';
import {dialog} from '../parts/dialog.js';
import {choice, field} from '../parts/field.js';
import {form} from '../parts/form.js';

/** Letters of a situation report; the full form has all of them. */
const SHORT = ['A', 'B', 'C', 'D', 'E', 'F'];
const FULL = [...SHORT, 'G', 'H', 'I', 'J', 'K', 'L', 'M'];

/**
 * The next numbered situation report, by its letters, so that it can be read over a radio; and what could not be seen,
 * which is asked for every time.
 *
 * @param {import('../app/view.js').View} view
 */
export function sitrepDialog(view) {
  const {words, act} = view;
  const draft = view.draft('sitrep');
  const long = draft.form === 'full';
  const known = draft.audience ? draftOf(view, draft) : {};
  const letters = Object.fromEntries(
    (long ? FULL : SHORT).map((letter) => [letter, draft[letter]?.trim()]).filter(([, text]) => text),
  );
  return dialog(view, {
    title: words.text('sitrep.title'),
    body: form(view, 'sitrep', {
      ready: Boolean(draft.audience && Object.keys(letters).length),
      button: words.text('sitrep.file'),
      send: () =>
        act.send('sitrep', {
          path: `/incidents/${encodeURIComponent(draft.incident)}/sitreps`,
          body: {
            form: long ? 'full' : 'short',
            stage: draft.stage ?? 'update',
            letters,
            ...(draft.restrictions?.trim() ? {restrictions: draft.restrictions.trim()} : {}),
            audience: draft.audience,
            language: words.language,
          },
          said: draft.audience === 'release' ? 'said.released' : 'said.kept',
        }),
      fields: html`
        ${audience(view, draft.audience, (chosen) => act.edit('sitrep', {audience: chosen}), {rule: 'release.sitrep'})}
        <fieldset class="stack" ?disabled=${!draft.audience}>
          <legend class="visually-hidden">${words.text('sitrep.title')}</legend>
          <div class="fields">
            ${choice(view, 'sitrep', {
              name: 'form',
              label: words.text('sitrep.form'),
              options: [
                ['short', words.text('sitrep.short')],
                ['full', words.text('sitrep.full')],
              ],
            })}
            ${choice(view, 'sitrep', {
              name: 'stage',
              label: words.text('sitrep.stage'),
              options: ['update', 'initial', 'final'].map((stage) => [stage, words.of('sitrepStage', stage)]),
            })}
          </div>
          ${Object.keys(known).length
            ? html`<p>
                <button type="button" @click=${() => act.edit('sitrep', {...known, ...letters})}>
                  ${words.text('sitrep.fill')}
                </button>
              </p>`
            : nothing}
          <div class="fields">
            ${(long ? FULL : SHORT).map((letter) =>
              field(view, 'sitrep', {
                name: letter,
                label: html`<bdi>${letter}</bdi> ${words.text(`sitrepLetter.${letter}`)}`,
                kind: letter === 'C' ? 'area' : 'line',
                maxlength: 2000,
              }),
            )}
          </div>
          ${field(view, 'sitrep', {
            name: 'restrictions',
            label: words.text('sitrep.restrictions'),
            hint: words.text('sitrep.restrictionsHint'),
            kind: 'area',
            maxlength: 2000,
          })}
        </fieldset>
      `,
    }),
  });
}

/**
 * What the record can already say, letter by letter; for release, from released facts only.
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @returns {Record<string, string>}
 */
function draftOf(view, {incident, audience: chosen}) {
  return view.feed.read(`/incidents/${encodeURIComponent(incident)}/sitreps/draft?audience=${chosen}`).data?.letters ?? {};
}
