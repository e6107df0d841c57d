/** A ticket as an employee writes one: about 600 characters, no two lines alike, so that it does not compress to nothing. */
export const sampleTicket = {
  title: 'The printer on the third floor prints every page twice',
  description: [
    'Since Monday the **big printer next to the kitchen** prints each page twice, in colour and then in grey.',
    '',
    '1. I choose "double-sided" in the dialogue and send three pages, for instance the travel form.',
    '2. Six sheets come out; the second half of them is pale, with a stripe along the left edge.',
    '3. The display says `E-2041: duplex path, see manual`, and goes back to ready after a minute.',
    '',
    'I have switched it off and on, emptied both trays and tried from another notebook (Windows and Mac).',
    'Accounting needs 40 copies of the contract by Thursday noon, so a hint where else to print would do for now.',
  ].join('\n'),
  urgency: 'high',
} as const
