import { createContext, use } from 'react'
import type { Choice } from '../../shared/choices.ts'

/** What a person puts into an element: text, an option's value, an id, or several of them. */
export type Answer = string | string[] | null

/** Where an element stands. */
export type Control = { blockId: string; element: { type: string; action_id?: string } }

/** What blocks can do where they are shown. */
export type Surface = {
  /** Tells the app of a press or a choice. */
  act: (control: Control, value?: Answer) => void
  /** What elements hold in a modal, by `block_id/action_id`. Undefined outside of modals. */
  form?: {
    values: Record<string, Answer>
    set: (key: string, value: Answer) => void
    uploading: <Value>(work: Promise<Value>) => Promise<Value>
    isUploading: boolean
  }
  errors: Record<string, string>
  people: Choice[]
  channels: Choice[]
  /** The options that the app offers for what is typed. */
  suggest: (control: Control, query: string) => Promise<Choice[]>
}

export const SurfaceContext = createContext<Surface>({
  act: () => {},
  errors: {},
  people: [],
  channels: [],
  suggest: async () => [],
})
export const useSurface = () => use(SurfaceContext)

export const keyOf = ({ blockId, element }: Control) => `${blockId}/${element.action_id ?? ''}`
