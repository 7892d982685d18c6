import type { ProductOpsRoom } from '@productops/backstage-plugin-product-ops-common';

/** What people are told, beside the pages that show it. */
export interface Message {
  /**
   * Users and groups, by ref; a group stands for its members and those of all groups below. Who is named twice is told
   * once; absent ones are skipped, and so is `none`, that stands for nobody.
   */
  recipients: ReadonlyArray<string | undefined>;
  /** The user who did it and need not be told, by ref. */
  except?: string;
  /** One line. */
  title: string;
  description?: string;
  /** A path of the portal, such as `/ownership?view=gaps`. */
  link: string;
  /** What it is about, by which people choose what they want to hear: `ownership`, `runbook-review`. */
  topic: string;
  /** A later message of the same scope takes the place of the one before, for each person. */
  scope?: string;
  /** `normal` where nothing is said. */
  severity?: 'critical' | 'high' | 'normal' | 'low';
}

/** Tells people what concerns them. */
export interface Notifier {
  /**
   * Hands a message over, and is done when it was taken. Never fails: what could not be delivered is logged. It takes
   * as long as delivery to everybody, so what answers a person does not wait for it.
   */
  notify(message: Message): Promise<void>;

  /**
   * The same for what must not be lost: it rejects when the message could not be delivered, so that whoever sends it
   * tries again later. In a portal without notifications there is nothing to deliver.
   */
  deliver(message: Message): Promise<void>;
}

/** Tells open pages that what they show has changed. */
export interface LiveUpdates {
  /**
   * Has the pages of a room ask again, in all browsers. It says nothing of what has changed, since everybody hears it.
   * Never fails: what could not be sent is logged.
   */
  changed(options: { room: ProductOpsRoom }): Promise<void>;
}

/** What every room that writes is given, to tell people and pages. */
export interface Messages {
  notifier: Notifier;
  live: LiveUpdates;
}
