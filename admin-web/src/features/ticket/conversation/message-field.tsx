import { useState } from 'react'
import type { Control } from 'react-hook-form'
import { z } from 'zod'
import {
  anyCommentBodySchema,
  commentBodySchema,
  type Visibility,
} from '../../../../../core/tickets/comments/comment.ts'
import type { Person } from '../../../../../core/trace.ts'
import { MarkdownField } from '../../../shared/markdown/markdown-field.tsx'
import { mentionsIn, withName } from './mentions.ts'
import { NamePicker } from './name-picker.tsx'

export const messageSchema = z.object({ body: commentBodySchema })

/** A message that may have only files. */
export const newMessageSchema = z.object({ body: anyCommentBodySchema })

type MessageFieldProps = {
  control: Control<z.input<typeof messageSchema>>
  ticket: string
  visibility: Visibility
  label: string
  hint?: string | undefined
  readOnly?: boolean
  onMention: (person: Person) => void
}

/** A message on a ticket, in Markdown; typing @ and the start of a name offers people to mention. */
export const MessageField = ({ ticket, visibility, onMention, ...field }: MessageFieldProps) => (
  <MarkdownField
    {...field}
    name="body"
    rows={4}
    maxLength={10_000}
    footer={(text, change) => (
      <NamePicker
        ticket={ticket}
        text={text}
        visibility={visibility}
        onPick={(person, typed) => {
          onMention(person)
          change(withName(text, typed, person.name))
        }}
      />
    )}
  />
)

/** The people picked for a message. @param before those it mentions already @returns `mentionsIn`: user ids for the API */
export function useMentions(before: Person[] = []) {
  const [picked, pick] = useState(before)
  return {
    picked,
    pick: (person: Person) => pick((earlier) => [...earlier, person]),
    mentionsIn: (body: string) => mentionsIn(body, picked),
    clear: () => pick([]),
  }
}
