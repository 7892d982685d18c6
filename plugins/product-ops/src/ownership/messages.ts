import { graphMessages } from './graph/messages';
import {
  gapsMessages,
  ownershipTabMessages,
  transfersMessages,
  verifyMessages,
} from './listMessages';
import { ownedMessages } from './ownedMessages';

/** The text of the room. */
export const ownershipMessages = {
  title: 'Ownership',
  what: 'the ownership',
  graph: graphMessages,
  gaps: gapsMessages,
  verify: verifyMessages,
  transfers: transfersMessages,
  found: {
    owners: 'Teams and people',
    owned: 'Products and components',
    ownedHint:
      'Begin to type its name, or write its reference, such as component:default/login',
  },
  owned: ownedMessages,
  tab: ownershipTabMessages,
};
