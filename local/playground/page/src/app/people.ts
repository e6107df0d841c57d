import type { FromServer, PlaygroundPerson } from '../../../protocol.ts'

type Welcome = Extract<FromServer, { type: 'welcome' }>
export type Player = { id: string; name: string; about: string; person: PlaygroundPerson }

/** Who can be played on a platform, with their id there. */
export const players = ({ people }: Welcome, platform: 'slack' | 'discord'): Player[] =>
  people.flatMap((person) => {
    const id = person[platform]
    return id ? [{ id, name: person.name, about: person.about, person }] : []
  })

/** The one who was played last, or who the story begins with. */
export const lastPlayed = (all: Player[], last: string | null): Player | undefined =>
  all.find(({ id }) => id === last) ??
  all.find(({ person }) => person.role === 'requester' || person.role === 'moderator') ??
  all[0]
