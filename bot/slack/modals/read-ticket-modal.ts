import type { ViewOutput, ViewSubmitAction, webApi } from '@slack/bolt'
import type { IncomingFile } from '../../../core/attachments/attached-file.ts'
import { withEmojiInMarkdown } from '../../../core/rich-text/emoji.ts'
import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { filesOf } from '../events/read-message.ts'
import { handleOf } from '../resolve-actor.ts'
import type { ReadNamed } from '../text/find-names.ts'
import { readTicketForm } from '../ticket-form-context.ts'
import { categoryAction, filesField, inputId, type ModalField } from '../views/forms/ticket-modal.ts'

type State = ViewOutput['state']

/** What was typed or chosen in a field. */
export function answerIn({ values }: State, field: ModalField): string | undefined {
  // A form that was open while the desk was updated has the category's older action id.
  const element = values[field]?.[field === 'category' ? categoryAction : inputId] ?? values[field]?.[inputId]
  return element?.selected_option?.value ?? element?.value ?? undefined
}

/** The description as Markdown. A form that was open while the desk was updated sends that of a plain field. */
export async function descriptionIn(
  { read }: { read: ReadNamed },
  client: webApi.WebClient,
  body: ViewSubmitAction,
) {
  const { state } = body.view
  const typed = state.values.description?.[inputId]?.rich_text_value
  if (!typed) return withEmojiInMarkdown(answerIn(state, 'description') ?? '')
  const { tree } = await read(client, handleOf(body).team, { blocks: [typed] })
  return writeMarkdown(tree)
}

/** The files of the message that the form is about, and those that were put into the form. */
export function filesIn(body: ViewSubmitAction): IncomingFile[] {
  const { private_metadata, state } = body.view
  return [
    ...readTicketForm(private_metadata).files,
    ...filesOf(state.values[filesField]?.[inputId] ?? {}, handleOf(body).team),
  ]
}
