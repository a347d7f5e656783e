/**
 * Leaflet, fetched from this node when the first map is drawn. It is a classic script that names itself `L`; we take it
 * and leave the page's names as they were.
 */

const HERE = new URL('../../lib/leaflet/', import.meta.url);

/** @type {Promise<any> | undefined} */
let loading;

/** @returns {Promise<any>} the library */
export function leaflet() {
  loading ??= Promise.all([element('script', {src: `${HERE}leaflet.js`}), sheet(`${HERE}leaflet.css`), sheet(`${HERE}../../css/map.css`)]).then(
    () => /** @type {any} */ (globalThis).L.noConflict(),
  );
  return loading;
}

/**
 * A style sheet that only some screens need.
 * @param {string} href
 */
export function sheet(href) {
  return element('link', {rel: 'stylesheet', href});
}

/**
 * @param {'script' | 'link'} name
 * @param {Record<string, string>} attributes
 */
function element(name, attributes) {
  return new Promise((resolve, reject) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.addEventListener('load', resolve);
    made.addEventListener('error', () => reject(new Error(`cannot load ${attributes.src ?? attributes.href}`)));
    document.head.append(made);
  });
}
