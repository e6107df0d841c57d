import { z } from 'zod'
import { maxFileLength } from './file-limits.ts'

const id = z.string().min(1).max(100)
const ts = z.string().regex(/^\d+\.\d{6}$/)
const text = z.string().max(40_000)
const at = { channel: id, ts }

/** A file for a message. Its content is base64. */
export const fileSchema = z.object({
  name: z.string().min(1).max(200),
  type: z.string().max(100),
  data: z.string().max(maxFileLength),
})

/**
 * What a form's input holds, by kind: the text; an option's value; several of them; user, channel or conversation
 * ids; a date; a `rich_text` block; null for nothing.
 */
const answer = z.union([
  z.string().max(40_000),
  z.array(z.string().max(1_000)).max(100),
  z.looseObject({ type: z.literal('rich_text') }),
  z.null(),
])

/** By block_id, then by action_id. */
const answers = z.record(id, z.record(id, answer))

/** An element of a message or view that can be pressed or chosen from. */
const control = { blockId: id, actionId: id }

/** What a person can do in Slack, with the arguments of each. Their results are in `SlackResults`. */
export const slackCalls = {
  /** `command` with its slash */
  'slack.command': z.object({ channel: id, command: z.string().startsWith('/').max(100), text }),
  /** `text` as it is typed; `<@U1>` stands for a mention chosen from the list */
  'slack.post': z.object({
    channel: id,
    threadTs: ts.optional(),
    text,
    files: z.array(fileSchema).max(10).optional(),
  }),
  /** files for a form, which then names them by their ids */
  'slack.upload': z.object({ files: z.array(fileSchema).max(10) }),
  'slack.edit': z.object({ ...at, text: text.min(1) }),
  'slack.remove': z.object(at),
  'slack.dismiss': z.object(at),
  /** `name` without colons */
  'slack.react': z.object({ ...at, name: z.string().regex(/^[a-z0-9_+'-]+$/), on: z.boolean() }),
  'slack.click': z.object({ ...at, ...control }),
  'slack.choose': z.object({ ...at, ...control, value: answer }),
  /** `ts` for a shortcut of a message */
  'slack.shortcut': z.object({ callbackId: id, channel: id.optional(), ts: ts.optional() }),
  'slack.openHome': z.object({}),
  'slack.clickHome': z.object(control),
  'slack.submitModal': z.object({ viewId: id, answers }),
  'slack.clickModal': z.object({ viewId: id, answers, ...control }),
  'slack.closeModal': z.object({ viewId: id }),
} as const

/** The app's failures as Slack words them are errors of the call, e.g. "This app did not respond. Try again?" */
export type SlackResults = {
  /** `errors`: what stands below the fields, by block_id. They stay until the next submission. */
  'slack.submitModal': { errors: Record<string, string> }
  'slack.post': { ts: string }
  'slack.upload': { ids: string[] }
}
