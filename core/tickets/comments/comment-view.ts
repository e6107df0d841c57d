import { z } from 'zod'
import { fileViewOf, fileViewSchema } from '../../attachments/attached-file.ts'
import { personSchema } from '../../trace.ts'
import { type Comment, commentSchema, versionOf } from './comment.ts'

/** A comment in the API. Dates are ISO 8601 strings. */
export const commentViewSchema = commentSchema
  .pick({ author: true, fromRequester: true, visibility: true, surface: true })
  .extend({
    id: z.string(),
    body: z.string().describe('empty once deleted, or when there are only files'),
    files: z.array(fileViewSchema),
    mentions: z.array(personSchema),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    edits: z
      .array(z.object({ at: z.iso.datetime(), by: personSchema, body: z.string() }))
      .describe('earlier versions, oldest first; staff only'),
    deleted: z.object({ at: z.iso.datetime(), by: personSchema }).nullable(),
  })

export type CommentView = z.infer<typeof commentViewSchema>

/** Everyone sees that a comment was edited, but only staff see its earlier versions. */
export function commentViewOf(comment: Comment, forStaff: boolean): CommentView {
  const {
    _id,
    author,
    fromRequester,
    body,
    visibility,
    surface,
    mentions = [],
    edits = [],
    files = [],
  } = comment
  const { createdAt, editedAt, deleted } = comment
  return {
    id: _id,
    author,
    fromRequester,
    body,
    files: files.map(fileViewOf),
    visibility,
    surface,
    mentions,
    version: versionOf(comment),
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    edits: forStaff ? edits.map((edit) => ({ ...edit, at: edit.at.toISOString() })) : [],
    deleted: deleted ? { ...deleted, at: deleted.at.toISOString() } : null,
  }
}
