import { z } from 'zod'

/** The lists of tickets. `found`: the results of a search */
export const listNames = ['waiting', 'open', 'recent', 'mine', 'queue', 'assigned', 'found'] as const
export type ListName = (typeof listNames)[number]

const placeSchema = z.object({
  list: z.enum(listNames).nullable(),
  q: z.string().max(100).optional(),
  after: z.string().max(1_200).optional(),
  before: z.string().max(1_200).optional(),
})

/**
 * What a person looks at. Buttons and the home tab carry it, so that nothing has to be stored.
 * @property list null: the overview of the home tab
 * @property q the words of a search
 * @property after sealed cursor of the page's beginning @property before of the beginning of the page after it. Neither: the
 * first page
 */
export type ListPlace = z.infer<typeof placeSchema>

export const overview: ListPlace = { list: null }

export const writePlace = (place: ListPlace) => JSON.stringify(place)

/** Anything unreadable, e.g. from a later version, becomes the overview. */
export function readPlace(text = ''): ListPlace {
  try {
    return placeSchema.parse(JSON.parse(text))
  } catch {
    return overview
  }
}
