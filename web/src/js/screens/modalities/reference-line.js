/**
 * The setting `zone.reference_line` that names a line this node holds, as the version after the agreed one.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../machine/layer.js').Layer} line
 * @param {import('../machine/layer.js').LayerState['agreed']} agreed
 */
export function reference(view, {sha256, course}, agreed) {
  const isCounted = /^\d{1,6}$/.test(agreed?.version ?? '');
  const version = isCounted ? String(Number(agreed?.version) + 1) : new Date(view.now).toISOString().slice(0, 10);
  return {name: agreed?.name ?? 'operational-line', version, sha256, uncertainty_m: course?.uncertaintyM ?? 0};
}
