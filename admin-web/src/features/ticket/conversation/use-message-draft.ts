import { useEffect, useState } from 'react'
import { useUploads } from '../../../shared/files/use-uploads.ts'
import { useSchemaForm } from '../../../shared/forms/use-schema-form.ts'
import { useDraft } from '../../../shared/session/use-draft.ts'
import { draftName, type MessageDraft } from './message-draft.ts'
import { newMessageSchema, useMentions } from './message-field.tsx'

const blank: MessageDraft = { body: '', audience: 'public', mentioned: [] }
/** Drafts of earlier versions have no audience. Their writers choose it again, since it can't be guessed. */
const withoutAudience: MessageDraft = { ...blank, audience: null }

/**
 * A message under way: its text, who it is for, whom it mentions, and its files. All are kept.
 * @param mayNote whether this person can add internal notes now
 * @param refusal why the API refused the last attempt
 */
export function useMessageDraft(ticket: string, mayNote: boolean, refusal: unknown) {
  const kept = useDraft(draftName(ticket), blank)
  const [start] = useState<MessageDraft>(() => ({ ...withoutAudience, ...kept.start }))
  const [audience, choose] = useState(start.audience)
  const mentions = useMentions(start.mentioned)
  const uploads = useUploads(draftName(ticket))
  const form = useSchemaForm(newMessageSchema, { body: start.body }, refusal)
  const body = form.watch('body')
  useEffect(() => kept.keep({ body, audience, mentioned: mentions.picked }))

  const hasNothingToNote = body === '' && !mayNote && audience !== 'public'
  useEffect(() => {
    if (hasNothingToNote) choose('public')
  }, [hasNothingToNote])

  /** Clears what was sent, unless its writer has typed on. The audience stays, for the next message. */
  const clear = (sent: string) => {
    if (form.getValues('body') !== sent) return
    form.reset({ body: '' })
    mentions.clear()
    uploads.clear()
  }
  return { form, body, audience, choose, mentions, uploads, clear }
}
