import { type ComponentProps, useState } from 'react'
import type { Visibility } from '../../../../../core/tickets/comments/comment.ts'
import type { Person } from '../../../../../core/trace.ts'
import { MarkdownField } from '../../../shared/markdown/markdown-field.tsx'
import { mentionsIn, withName } from './mentions.ts'
import { NamePicker } from './name-picker.tsx'

type MessageFieldProps = Omit<ComponentProps<typeof MarkdownField>, 'rows' | 'maxLength' | 'footer'> & {
  ticket: string
  visibility: Visibility
  onMention: (person: Person) => void
}

/** What is said on a ticket, in Markdown; names can be picked after an @. */
export const MessageField = ({ ticket, visibility, onMention, ...field }: MessageFieldProps) => (
  <MarkdownField
    {...field}
    rows={4}
    maxLength={10_000}
    footer={
      <NamePicker
        ticket={ticket}
        text={field.value}
        visibility={visibility}
        onPick={(person, typed) => {
          onMention(person)
          field.onChange(withName(field.value, typed, person.name))
        }}
      />
    }
  />
)

/** Who was picked for a message. @param before who was named in it already @returns `mentionsIn`: user ids for the API */
export function useMentions(before: Person[] = []) {
  const [picked, pick] = useState(before)
  return {
    pick: (person: Person) => pick((earlier) => [...earlier, person]),
    mentionsIn: (body: string) => mentionsIn(body, picked),
  }
}
