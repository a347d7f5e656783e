import {html} from '../../lib/lit-html/lit-html.js';
import {dialog} from '../parts/dialog.js';
import {choice, field} from '../parts/field.js';
import {form} from '../parts/form.js';

const OUTCOMES = ['done', 'cancelled', 'failed'];

/**
 * Ending an own tasking, with how it ended.
 * @param {import('../app/view.js').View} view
 */
export function endTaskDialog(view) {
  const {words, act} = view;
  const draft = view.draft('end-task');
  return dialog(view, {
    title: words.rich('endTask.title', {unit: draft.unit}),
    body: form(view, 'end-task', {
      button: words.text('endTask.end'),
      send: () =>
        act.send('end-task', {
          path: `/taskings/${encodeURIComponent(draft.task)}/end`,
          body: {
            outcome: draft.outcome ?? OUTCOMES[0],
            language: words.language,
            ...(draft.text?.trim() ? {text: draft.text.trim()} : {}),
          },
          said: 'said.taskEnded',
        }),
      fields: html`
        ${choice(view, 'end-task', {
          name: 'outcome',
          label: words.text('endTask.outcome'),
          options: OUTCOMES.map((outcome) => [outcome, words.of('taskEnd', outcome)]),
        })}
        ${field(view, 'end-task', {name: 'text', label: words.text('endTask.text'), kind: 'area', maxlength: 4000})}
      `,
    }),
  });
}
