/** Everything read about tickets; lists and single ones. */
export const ticketsKey = ['tickets'] as const
export const ticketKey = (id: string) => ['tickets', 'one', id] as const
export const commentsKey = (id: string) => ['tickets', 'one', id, 'comments'] as const
