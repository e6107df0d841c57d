import { createContext, use } from 'react'

/** Sends files that a person picks to the platform, which names them by ids. */
export type PickedFiles = {
  names: (id: string) => string
  upload: (files: File[]) => Promise<string[]>
}

export const PickedFilesContext = createContext<PickedFiles>({
  names: (id) => id,
  upload: async (files) => files.map(({ name }) => name),
})
export const usePickedFiles = () => use(PickedFilesContext)
