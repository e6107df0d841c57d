/** The titles of the pages that list tickets, and the line below. */
export const headings = {
  queue: { title: 'Queue', lead: 'Tickets assigned to you, and tickets anyone can claim.' },
  mine: { title: 'My tickets', lead: 'Tickets you filed.' },
  all: { title: 'All tickets', lead: 'Every ticket on the desk.' },
}
