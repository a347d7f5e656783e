import {inKindDialog} from '../barter/in-kind.js';
import {acceptanceDialog, disputeDialog, untakenDialog} from './acceptance.js';
import {deliveries} from './board.js';
import {energy} from './energy.js';
import {consignDialog, eventDialog, reloadDialog, stampDialog} from './forms.js';
import {lineDialog} from './line-dialog.js';
import {meterDialog} from './meter-dialog.js';
import {certificateDialog, despatchDialog, leftByDialog, receiptDialog} from './paper-forms.js';
import {scheduleDialog} from './schedule-dialog.js';
import {acceptancesDialog} from './waiting.js';

/** Goods on their way, energy over lines, and whether two scales agree. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {deliveries, energy};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  consign: consignDialog,
  'control-event': eventDialog,
  stamp: stampDialog,
  reload: reloadDialog,
  despatch: despatchDialog,
  'left-by': leftByDialog,
  receipt: receiptDialog,
  certificate: certificateDialog,
  'accept-goods': acceptanceDialog,
  'accept-many': acceptancesDialog,
  'dispute-goods': disputeDialog,
  untaken: untakenDialog,
  schedule: scheduleDialog,
  meter: meterDialog,
  'energy-line': lineDialog,
  'in-kind': inKindDialog,
};
