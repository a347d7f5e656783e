import {compareDialog} from './compare-dialog.js';
import {keepDialog} from './keep-dialog.js';
import {acceptDialog, offerDialog} from './offer-dialogs.js';
import {posture} from './page.js';
import {planDialog} from './plan-dialog.js';
import {releaseDialog} from './release-dialog.js';

/** Where a side stands, which it keeps to itself, and what both say they reach. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {posture};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  'posture-compare': compareDialog,
  'posture-keep': keepDialog,
  'posture-accept': acceptDialog,
  'posture-offer': offerDialog,
  'posture-plan': planDialog,
  'posture-release': releaseDialog,
};
