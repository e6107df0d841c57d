import { createContext, use } from 'react'

/** What people, roles and channels are called, who reads, and how they open a channel. */
export type Names = {
  me: string
  user: (id: string) => string | undefined
  role: (id: string) => string | undefined
  channel: (id: string) => string | undefined
  open: (channel: string) => void
}

export const NamesContext = createContext<Names>({
  me: '',
  user: () => undefined,
  role: () => undefined,
  channel: () => undefined,
  open: () => {},
})
export const useNames = () => use(NamesContext)
