import { createContext, use } from 'react'
import type { Choice } from '../../shared/choices.ts'

/** What components can do where they are shown. */
export type Actions = {
  press: (customId: string) => void
  select: (customId: string, values: string[]) => void
  /** What the person waits for: its components are disabled meanwhile, as in Discord's client. */
  isBusy: boolean
  people: Choice[]
  roles: Choice[]
  channels: Choice[]
}

export const ActionsContext = createContext<Actions>({
  press: () => {},
  select: () => {},
  isBusy: false,
  people: [],
  roles: [],
  channels: [],
})
export const useActions = () => use(ActionsContext)
