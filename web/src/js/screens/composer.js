import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {icon} from '../parts/icon.js';
import {audience} from '../parts/audience.js';
import {written} from '../parts/field.js';
import {refusal} from '../parts/refusal.js';

/**
 * Where a note is written. Who is to know it comes first; until that is answered there is nothing to type into.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Incident} incident
 */
export function composer(view, {summary, may}) {
  if (!may.includes('note')) {
    return nothing;
  }
  const {words, act} = view;
  const name = `note ${summary.id}`;
  const draft = view.draft(name);
  const release = draft.audience === 'release';
  const send = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    act.send(name, {
      path: `/incidents/${encodeURIComponent(summary.id)}/notes`,
      body: {text: draft.text.trim(), audience: draft.audience, language: words.language},
      said: release ? 'said.released' : 'said.kept',
    });
  };
  return html`<form class="composer panel ${draft.audience ?? ''}" aria-label=${words.text('composer.title')} @submit=${send}>
    ${audience(view, draft.audience, (chosen) => act.edit(name, {audience: chosen}), {first: false})}
    <div class="line">
      <label class="visually-hidden" for="note">${words.text('composer.note')}</label>
      <textarea
        id="note"
        dir=${written(view, draft.text)}
        rows="2"
        maxlength="8000"
        ?disabled=${!draft.audience}
        placeholder=${draft.audience ? words.text('composer.note') : words.text('composer.audienceFirst')}
        .value=${draft.text ?? ''}
        @input=${(/** @type {any} */ event) => act.edit(name, {text: event.target.value})}
      ></textarea>
      <button class="first" ?disabled=${!draft.audience || !draft.text?.trim() || draft.busy}>
        ${icon(release ? 'release' : 'lock')}${words.rich(release ? 'composer.release' : 'composer.keep', {
          side: view.nameOf(view.peer),
        })}
      </button>
    </div>
    ${refusal(view, draft.refused)}
  </form>`;
}
