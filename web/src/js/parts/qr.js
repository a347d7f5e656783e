import {html} from '../../lib/lit-html/lit-html.js';

/** Light modules that a symbol needs around it. */
const QUIET = 4;

/**
 * A code as it goes to paper.
 * @param {string} name what it holds
 * @param {number} modules on a side
 * @param {string} bits base64, row by row, the first bit the highest of its byte
 */
export function qr(name, modules, bits) {
  return html`<svg
    class="qr"
    viewBox="${-QUIET} ${-QUIET} ${modules + 2 * QUIET} ${modules + 2 * QUIET}"
    role="img"
    aria-label=${name}
    shape-rendering="crispEdges"
  >
    <path d=${outline(modules, bits)} />
  </svg>`;
}

/**
 * The dark modules as a path whose unit is one module, a run of a row at a time.
 * @param {number} modules
 * @param {string} bits
 */
function outline(modules, bits) {
  const bytes = Uint8Array.from(atob(bits), (letter) => letter.charCodeAt(0));
  const dark = (/** @type {number} */ at) => (bytes[at >> 3] & (0x80 >> (at & 7))) !== 0;
  const runs = [];
  for (let y = 0; y < modules; y++) {
    for (let x = 0; x < modules; x++) {
      const from = x;
      while (x < modules && dark(y * modules + x)) {
        x++;
      }
      if (x > from) {
        runs.push(`M${from} ${y}h${x - from}v1h${from - x}z`);
      }
    }
  }
  return runs.join('');
}
