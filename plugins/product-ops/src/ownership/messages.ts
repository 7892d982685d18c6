/** The text of the room. */
export const ownershipMessages = {
  title: 'Ownership',
  what: 'the ownership',
};
