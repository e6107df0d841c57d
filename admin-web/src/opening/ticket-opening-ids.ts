/** The elements of a ticket's opening that are filled once the ticket is known. */
export const ids = {
  skeleton: 'opening-skeleton',
  ticket: 'opening-ticket',
  number: 'opening-number',
  title: 'opening-title',
  description: 'opening-description',
}
