import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {isExercise} from '../app/route.js';

/**
 * The mark of an exercise beside its name: in words, because stripes alone are silent.
 * @param {import('../app/view.js').View} view
 * @param {string | undefined} incident
 */
export function exerciseTag(view, incident) {
  return isExercise(incident) ? html`<b class="tag exercise-tag">${view.words.text('exercise.tag')}</b>` : nothing;
}

/**
 * Across the head of everything that belongs to an exercise.
 * @param {import('../app/view.js').View} view
 * @param {string | undefined} incident
 */
export function exerciseBanner(view, incident) {
  return isExercise(incident)
    ? html`<p class="exercise-banner"><span><b>${view.words.text('exercise.tag')}</b> ${view.words.text('exercise.notReal')}</span></p>`
    : nothing;
}

/**
 * On every sheet of a print of something from an exercise.
 * @param {import('../app/view.js').View} view
 * @param {string | undefined} incident
 */
export function watermark(view, incident) {
  return isExercise(incident)
    ? html`<p class="watermark" aria-hidden="true">${Array.from({length: 3}, () => html`<span data-word=${view.words.text('exercise.tag')}></span>`)}</p>`
    : nothing;
}
