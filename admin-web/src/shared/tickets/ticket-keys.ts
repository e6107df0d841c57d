/** Query keys. This one covers everything read about tickets: the lists and single ones. */
export const ticketsKey = ['tickets'] as const
/** Covers all lists of tickets and the counts beside them. */
export const ticketListsKey = ['tickets', 'list'] as const
export const ticketKey = (id: string) => ['tickets', 'one', id] as const
/** Who has a ticket that this person can no longer see: a name, or null when nobody has. */
export const holderKey = (id: string) => ['ticket-holder', id] as const
export const similarKey = (id: string) => ['tickets', 'one', id, 'similar'] as const
export const commentsKey = (id: string) => ['tickets', 'one', id, 'comments'] as const
