/** Where a ticket can be filed. */
export const sources = ['slack', 'discord', 'web', 'api', 'mail'] as const
/** Where something can be done. `desk`: the desk itself did it */
export const surfaces = [...sources, 'desk'] as const

export type Source = (typeof sources)[number]
export type Surface = (typeof surfaces)[number]
