import {confirmDialog, holdDialog, proposeDialog} from './decide-dialogs.js';
import {lookDialog} from './look-dialog.js';
import {endListDialog, takeListDialog} from './list-dialogs.js';
import {drawDialog, endLicenceDialog, licenceDialog, returnDialog} from './licence-dialogs.js';
import {screening} from './page.js';
import {tableDialog} from './table-dialog.js';

/** The compliance desk: by which lists each side goes, how both stand to those who trade, and what waits for whom. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {screening};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  'screening-list': takeListDialog,
  'screening-end-list': endListDialog,
  'screening-hold': holdDialog,
  'screening-propose': proposeDialog,
  'screening-confirm': confirmDialog,
  'screening-look': lookDialog,
  'screening-table': tableDialog,
  'screening-licence': licenceDialog,
  'screening-draw': drawDialog,
  'screening-return': returnDialog,
  'screening-end-licence': endLicenceDialog,
};
