import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {choice, field} from '../../parts/field.js';
import {refusal} from '../../parts/refusal.js';
import {readSites} from './plan-dialog.js';

const ELSEWHERE = 'posture-elsewhere';

/**
 * A place that is no site yet, by its name and its degrees: what pressing the ground of the map does.
 *
 * @param {import('../../app/view.js').View} view
 * @param {Own} own
 */
export function elsewhere(view, own) {
  const {words} = view;
  const draft = view.draft(ELSEWHERE);
  const {sites: read, wrong} = readSites(draft.place ?? '');
  const post = draft.post === undefined || draft.post === '' ? undefined : Number(draft.post);
  const isFull = post === undefined && own.sites.length >= own.most;
  const send = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    own.place(read[0].position, post, read[0].label);
  };
  /** @type {[string, string][]} */
  const options = [
    ['', words.text('planner.add')],
    ...own.sites.map((_, place) => /** @type {[string, string]} */ ([String(place), words.text('planner.post', {n: place + 1})])),
  ];
  return html`<details class="elsewhere">
    <summary>${words.text('onMap.elsewhere')}</summary>
    <form class="stack" @submit=${send}>
      ${choice(view, ELSEWHERE, {name: 'post', label: words.text('onMap.which'), options})}
      ${field(view, ELSEWHERE, {name: 'place', label: words.text('onMap.place'), hint: words.text('onMap.placeHint'), maxlength: 120})}
      ${wrong || read.length > 1 ? html`<p class="notice" role="status">${words.text('onMap.placeWrong')}</p>` : nothing}
      ${isFull ? html`<p class="hint" role="status">${words.text('onMap.allPlaced', {n: own.most})}</p>` : nothing}
      ${refusal(view, own.refused)}
      <p><button data-offer="place" ?disabled=${read.length !== 1 || isFull || own.busy}>${words.text('onMap.placeIt')}</button></p>
    </form>
  </details>`;
}
