import {assentDialog, refuseDialog, takeBackDialog} from '../agreements/act-dialogs.js';
import {handoverDialog} from './handover.js';
import {crossings} from './page.js';
import {crossingDialog} from './propose-dialog.js';
import {lineOfRoom, stopOfRoom} from './room.js';
import {laneDialog, reportDialog} from './unit-dialogs.js';

/** The line between the sides: crossings and STOP, and who is responsible for what. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {crossings};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  assent: assentDialog,
  crossing: crossingDialog,
  'crossing-report': reportDialog,
  'fast-lane': laneDialog,
  'offer-handover': handoverDialog,
  'refuse-act': refuseDialog,
  'take-back': takeBackDialog,
};

/** What it adds to the incident room. @type {import('../../app/chapters.js').Pieces} */
export const pieces = {line: lineOfRoom, stop: stopOfRoom};
