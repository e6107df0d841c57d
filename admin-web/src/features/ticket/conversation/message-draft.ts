import type { Person } from '../../../../../core/trace.ts'
import type { Audience } from './audience.ts'

/** A message under way: its text, who it is for, and whom it mentions. */
export type MessageDraft = { body: string; audience: Audience; mentioned: Person[] }

export const draftName = (ticket: string) => `message:${ticket}`
