import {html, svg} from '../../lib/lit-html/lit-html.js';

/** Line icons on a grid of 16, drawn for this console. `turns` ones point the other way in right-to-left text. */
const SHAPES = {
  floor: svg`<path d="M2 3h5v10H2zM9 3h5v10H9zM9 8h5"/>`,
  units: svg`<path d="M2 5h7v6H2zM9 7h3l2 2v2H9zM4.5 11a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4zM11.5 11a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4z"/>`,
  daily: svg`<path d="M3 3h10v11H3zM3 6h10M5.5 1.5V4M10.5 1.5V4M5.5 11V9M8 11V8M10.5 11V9.5"/>`,
  modalities: svg`<path d="M3 2h10v12H3zM5.5 5h.01M7.5 5h3M5.5 8h.01M7.5 8h3M5.5 11h.01M7.5 11h3"/>`,
  machine: svg`<path d="M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM8 1.5v2.5M8 12v2.5M1.5 8h2.5M12 8h2.5M3.4 3.4l1.8 1.8M10.8 10.8l1.8 1.8M12.6 3.4l-1.8 1.8M5.2 10.8l-1.8 1.8"/>`,
  agreements: svg`<path d="M3 2h10v12H3zM5.5 5h5M5.5 7.5h5M5 11.5h2.3M8.7 11.5H11"/>`,
  cooperation: svg`<path d="M2 3.5h12v10H2zM2 6.5h12M5 2v3M11 2v3M5 9.8l1.8 1.7L11 8.3"/>`,
  inquiry: svg`<path d="M2 3h4v10H2zM10 3h4v10h-4zM8 2v12M3.3 6h1.4M11.3 6h1.4M3.3 9h1.4M11.3 9h1.4"/>`,
  crossings: svg`<path d="M8 1.5v3M8 6.5v3M8 11.5v3M2 8h4M10 8h4M11.5 5.5 14 8l-2.5 2.5"/>`,
  notices: svg`<path d="M2.5 6.5v3h2.5l5 3v-9l-5 3zM12.5 6a3 3 0 0 1 0 4M5 9.5 6 13"/>`,
  requests: svg`<path d="M2 3h12v8H8l-3 3v-3H2zM6.5 6a1.6 1.6 0 1 1 2.2 1.5c-.5.2-.7.5-.7 1M8 9.6h.01"/>`,
  posture: svg`<path d="M1.5 8h13M4 8a4 4 0 0 1 8 0M6.5 8a1.5 1.5 0 0 1 3 0M4 11.5h.01M8 11.5h.01M12 11.5h.01"/>`,
  tracks: svg`<path d="M2 13c2-4 3-5 6-6M11 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM13.5 11v.01M10.5 12.5v.01"/>`,
  account: svg`<path d="M8 2v11M4.5 14h7M2.5 4.5h11M4.5 4.5 2.5 9h4zM11.5 4.5l-2 4.5h4zM2.5 9a2 2 0 0 0 4 0M9.5 9a2 2 0 0 0 4 0"/>`,
  hold: svg`<path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM5 8h6"/>`,
  record: svg`<path d="M4 2h8v12H4zM6 5h4M6 8h4M6 11h2"/>`,
  history: svg`<path d="M3 3v3h3M3.3 6A5.5 5.5 0 1 1 2.6 9M8 5v3.2l2 1.3"/>`,
  link: svg`<path d="M1.5 8h3M11.5 8h3M4.5 5.5v5M11.5 5.5v5M7 8h.01M9 8h.01"/>`,
  handover: svg`<path d="M2 5.5h9M8.5 3 11 5.5 8.5 8M14 10.5H5M7.5 8 5 10.5 7.5 13"/>`,
  admin: svg`<path d="M8 2a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 14c.3-3 2.3-4.5 5-4.5s4.7 1.5 5 4.5"/>`,
  alert: svg`<path d="M8 1.8 14.5 13.5h-13zM8 6v3.5M8 11.5h.01"/>`,
  add: svg`<path d="M8 3v10M3 8h10"/>`,
  close: svg`<path d="M4 4l8 8M12 4l-8 8"/>`,
  check: svg`<path d="M3 8.5 6.5 12 13 4.5"/>`,
  sound: svg`<path d="M2.5 6v4H5l3.5 3V3L5 6zM11 6a3 3 0 0 1 0 4M12.8 4a6 6 0 0 1 0 8"/>`,
  mute: svg`<path d="M2.5 6v4H5l3.5 3V3L5 6zM11 6l3.5 4M14.5 6 11 10"/>`,
  sun: svg`<path d="M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1"/>`,
  moon: svg`<path d="M13 9.8A5.5 5.5 0 0 1 6.2 3 5.5 5.5 0 1 0 13 9.8z"/>`,
  search: svg`<path d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3 14 14"/>`,
  phone: svg`<path d="M3 2.5h3l1 3-1.5 1.2a8 8 0 0 0 3.8 3.8L10.5 9l3 1v3c-6 .8-11.3-4.5-10.5-10.5z"/>`,
  lock: svg`<path d="M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5"/>`,
  release: svg`<path d="M8 2v7M5 5l3-3 3 3M3 9v5h10V9"/>`,
  out: svg`<path d="M7 3H3v10h4M10 5l3 3-3 3M13 8H6"/>`,
  more: svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01"/>`,
  person: svg`<path d="M8 2a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 14c.3-3 2.3-4.5 5-4.5s4.7 1.5 5 4.5"/>`,
  copy: svg`<path d="M6 6h8v8H6zM10 6V2H2v8h4"/>`,
  onward: svg`<path d="M3 8h10M9.5 4.5 13 8l-3.5 3.5"/>`,
  back: svg`<path d="M13 8H3M6.5 4.5 3 8l3.5 3.5"/>`,
  print: svg`<path d="M4.5 6V2h7v4M4.5 11H2V6h12v5h-2.5M4.5 9h7v5h-7z"/>`,
  shield: svg`<path d="M8 1.5 13.5 3.5v4c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7v-4z"/>`,
  fork: svg`<path d="M4 2v4c0 2 4 2 4 4.5V14M12 2v4c0 2-4 2-4 4.5"/>`,
  help: svg`<path d="M5.5 6a2.5 2.5 0 1 1 3.7 2.2c-.8.4-1.2.9-1.2 1.8M8 12.5h.01"/>`,
  cut: svg`<path d="M1.5 8h4M10.5 8h4M6.5 5l3 6"/>`,
  clock: svg`<path d="M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.5V8l2.5 1.5"/>`,
};

const TURNING = new Set(['crossings', 'onward', 'back', 'out', 'handover', 'history', 'sound', 'mute']);

/**
 * @param {keyof typeof SHAPES} name
 */
export function icon(name) {
  return html`<svg class="icon ${TURNING.has(name) ? 'turns' : ''}" viewBox="0 0 16 16" aria-hidden="true">
    ${SHAPES[name]}
  </svg>`;
}

/** The mark: two records and the line between them. */
export function mark() {
  return html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M4 3h4v18H4zM16 3h4v18h-4z" />
    <path class="between" d="M12 3v18" />
  </svg>`;
}
