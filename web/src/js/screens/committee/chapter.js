import {priceDialog} from '../account/price-dialog.js';
import {bidDialog, revealDialog, withdrawBidDialog} from './bid-dialogs.js';
import {committee} from './committee.js';
import {contractDialog} from './contract-dialog.js';
import {contracts} from './contracts.js';
import {linesDialog} from './lines-dialog.js';
import {matchDialog} from './match-dialog.js';
import {permitDialog} from './permit-dialog.js';
import {protocolDialog} from './protocol-dialog.js';

/** Who needs and offers what, what of that goes where, and the contracts that follow. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {committee, contracts};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  'market-bid': bidDialog,
  'market-withdraw': withdrawBidDialog,
  'market-reveal': revealDialog,
  'market-protocol': protocolDialog,
  'market-lines': linesDialog,
  'market-match': matchDialog,
  'market-contract': contractDialog,
  'market-permit': permitDialog,
  'book-price': priceDialog,
};
