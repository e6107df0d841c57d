import { createContext, use } from 'react'

/** What people and places are called, and who reads. */
export type Names = {
  me: string
  user: (id: string) => string | undefined
  channel: (id: string) => string | undefined
  group: (id: string) => string | undefined
}

const nobody: Names = { me: '', user: () => undefined, channel: () => undefined, group: () => undefined }

export const NamesContext = createContext(nobody)
export const useNames = () => use(NamesContext)
