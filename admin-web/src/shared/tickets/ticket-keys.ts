/** Query keys. This one covers everything read about tickets: the lists and single ones. */
export const ticketsKey = ['tickets'] as const
/** Covers all lists of tickets and the counts beside them. */
export const ticketListsKey = ['tickets', 'list'] as const
export const ticketKey = (id: string) => ['tickets', 'one', id] as const
export const commentsKey = (id: string) => ['tickets', 'one', id, 'comments'] as const
