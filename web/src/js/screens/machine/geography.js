import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {to} from '../../app/route.js';
import {ground} from './ground.js';
import {layer} from './layer.js';

/** What can be imported, in the order in which a border is set up. */
const LAYERS = ['line', 'ground', 'posts', 'sectors', 'lands', 'towns', 'marks'];

/**
 * The geography this node goes by, and the import of another: the line, the ground, posts, sectors, and what
 * the map shows around them.
 * @param {import('../../app/view.js').View} view
 */
export function geography(view) {
  const {words, route} = view;
  const asked = route.query.get('layer') ?? '';
  const shown = LAYERS.includes(asked) ? asked : 'ground';
  return html`<div class="stack ground-import">
    <nav class="choice" aria-label=${words.text('geo.layers')}>
      ${LAYERS.map(
        (name) => html`<a class="tab" href=${to('admin', [], {tab: 'ground', layer: name})} aria-current=${name === shown ? 'page' : nothing}>${words.text(`geo.${name}.name`)}</a>`,
      )}
    </nav>
    ${shown === 'ground' ? ground(view) : layer(view, shown)}
  </div>`;
}
