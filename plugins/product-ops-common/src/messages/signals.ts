/**
 * The channel of signals on which open pages hear that something has changed.
 *
 * @public
 */
export const PRODUCT_OPS_SIGNALS_CHANNEL = 'product-ops';

/**
 * The subjects that pages can show, each with data of its own.
 *
 * @public
 */
export type ProductOpsRoom = 'ownership' | 'lifecycle' | 'roadmap' | 'runbooks';

/**
 * What open pages hear. Every person who is signed in can listen, so it names nothing that changed: a page asks the
 * backend again, which answers what that person may see.
 *
 * @public
 */
export type ProductOpsSignal = {
  room: ProductOpsRoom;
  /** Another one for every change; means nothing by itself. */
  revision: string;
};
