import {html} from '../../lib/lit-html/lit-html.js';
import {sheet} from '../map/leaflet.js';

/** @type {((view: import('../app/view.js').View) => unknown) | undefined} */
let replay;

/** @type {Promise<void> | undefined} */
let loading;

/**
 * The way into the past: most watches never look back, so what draws it is fetched when somebody does.
 *
 * @param {import('../app/view.js').View} view
 */
export function replayDoor(view) {
  if (replay) {
    return replay(view);
  }
  loading ??= Promise.all([import('./replay.js'), sheet(`${new URL('../../css/replay.css', import.meta.url)}`)]).then(([module]) => {
    replay = module.replay;
    view.act.redraw();
  });
  return html`<p class="empty" role="status">${view.words.text('shell.loading')}</p>`;
}
