import type { TransferState } from '@productops/backstage-plugin-product-ops-common';

/** How far a transfer can be, the open ones first. */
export const TRANSFER_STATES: TransferState[] = [
  'proposed',
  'accepted',
  'declined',
  'withdrawn',
  'completed',
  'superseded',
];

/** The states of a transfer that is not over. */
export const OPEN_STATES: TransferState[] = ['proposed', 'accepted'];
