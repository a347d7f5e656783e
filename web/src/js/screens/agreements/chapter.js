import {assentDialog, refuseDialog, takeBackDialog} from './act-dialogs.js';
import {actPaper} from './act-paper.js';
import {agreement} from './agreement.js';
import {endLoanDialog, lendDialog} from './lend-dialogs.js';
import {agreements} from './list.js';
import {proposeDialog} from './propose-dialog.js';

/**
 * Joint acts: what the sides propose to each other, sign, refuse and take back; and signing rights on loan. Addresses:
 * `agreements`, `agreements/ir/12` for one act, `agreements/ir/12/paper` for its print.
 */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {
  agreements: (view) => {
    const {rest} = view.route;
    if (rest.length === 3) {
      return actPaper(view);
    }
    return rest.length === 2 ? agreement(view) : agreements(view);
  },
};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  assent: assentDialog,
  'end-loan': endLoanDialog,
  lend: lendDialog,
  propose: proposeDialog,
  'refuse-act': refuseDialog,
  'take-back': takeBackDialog,
};
