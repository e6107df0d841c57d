import type { ModalSubmitInteraction } from 'discord.js'
import type { APIMessage } from 'discord-api-types/v10'
import type { IncomingFile } from '../../../core/attachments/attached-file.ts'

type Sent = Pick<APIMessage, 'id' | 'channel_id'> & {
  attachments: Pick<APIMessage['attachments'][number], 'id' | 'filename' | 'size'>[]
}

/** The files of a message, which the desk fetches later. A voice message is one, too. */
export const incomingFiles = ({ id: message, channel_id: channel, attachments }: Sent): IncomingFile[] =>
  attachments.map(({ id: attachment, filename, size }) => ({
    name: filename,
    size,
    from: { discord: { channel, message, attachment } },
  }))

/** The files that were uploaded in a form. */
export const uploadedFiles = (
  { fields }: Pick<ModalSubmitInteraction, 'fields'>,
  field: string,
): IncomingFile[] =>
  fields.fields.has(field)
    ? [...(fields.getUploadedFiles(field)?.values() ?? [])].map(({ name, size, url }) => ({
        ...{ name, size },
        from: { discord: { url } },
      }))
    : []
