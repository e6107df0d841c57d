import { createContext, use } from 'react'

/** What people, roles and channels are called, and who reads. */
export type Names = {
  me: string
  user: (id: string) => string | undefined
  role: (id: string) => string | undefined
  channel: (id: string) => string | undefined
}

export const NamesContext = createContext<Names>({
  me: '',
  user: () => undefined,
  role: () => undefined,
  channel: () => undefined,
})
export const useNames = () => use(NamesContext)
