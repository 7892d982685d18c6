import { inWords } from './conflicts';

describe('What a refusal says to people', () => {
  it.each([
    [
      'to: got group:default/ghosts, which is not in the catalog; expected a group or user that is',
      'group:default/ghosts is not in the catalog; expected a group or user that is',
    ],
    [
      'reason: got none; expected why it should move',
      'missing is why it should move',
    ],
    [
      'to: got group:default/payments, who owns product:default/refunds already; expected somebody else',
      'group:default/payments owns product:default/refunds already; expected somebody else',
    ],
    [
      'endOfLife: got 2027-06-30; expected a day not before endOfSupport, 2027-12-31',
      '2027-06-30 does not fit; expected a day not before endOfSupport, 2027-12-31',
    ],
    [
      'answer: got nothing but blanks; expected what to tell, or null',
      'missing is what to tell, or null',
    ],
  ])('leaves out the name of the field of %p', (message, words) => {
    expect(inWords(message)).toBe(words);
  });

  it.each([
    'Only who approves this stage may decide',
    'product:default/refunds is to go to Helpdesk already; that transfer must end first',
    'The gate is closed: documentation. Mend or waive what is missing first',
  ])('leaves %p as it is', message => {
    expect(inWords(message)).toBe(message);
  });
});
