import { z } from 'zod'
import type { DiscordScreen } from '../discord/screen-shape.ts'
import type { SlackScreen } from '../slack/screen-shape.ts'
import { type CurrentTrouble, type DeskResults, deskCalls, type Trouble } from './desk-calls.ts'
import { type DiscordResults, discordCalls } from './discord-calls.ts'
import { type SlackResults, slackCalls } from './slack-calls.ts'

/**
 * The playground's one WebSocket is at `/live` of the page's own origin. The token, which the page finds in its address
 * behind #, goes with the handshake: `new WebSocket(url, [protocolName, token])`.
 *
 * The server greets. The page says with `watch` who is looking at what. The server sends what they see, and again
 * after every change. What a person does is a `call`, answered by `result` or `error` with the call's id.
 */
export const protocolName = 'deskbridge-playground'

/** The newest mails that the page gets. */
export const maxMails = 50

/** Bytes that a message of the page may have: ten files as base64 and their frame. */
export const maxMessageBytes = 80_000_000

export const calls = { ...slackCalls, ...discordCalls, ...deskCalls } as const
export type Call = keyof typeof calls
export type Arguments<Of extends Call> = z.input<(typeof calls)[Of]>

type NamedResults = SlackResults & DiscordResults & DeskResults
/** A call whose result isn't listed answers with an empty object. */
export type Result<Of extends Call> = Of extends keyof NamedResults ? NamedResults[Of] : Record<string, never>

const id = z.string().min(1).max(100)
/** How many messages of the open conversation to send. */
const limit = z.number().int().min(1).max(1_000).default(100)

export const fromPageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('watch'),
    /** null where that client isn't shown */
    slack: z
      .object({ person: id, open: id.nullable(), thread: id.nullable().default(null), limit })
      .nullable(),
    discord: z.object({ person: id, open: id.nullable(), limit }).nullable(),
    mailbox: z.boolean(),
  }),
  z.object({
    type: z.literal('call'),
    id: z.number().int().min(0),
    /** the Slack or Discord id of who acts; left out for calls of the services around the desk */
    as: id.optional(),
    call: z.enum(Object.keys(calls) as [Call, ...Call[]]),
    args: z.unknown(),
  }),
])
export type FromPage = z.input<typeof fromPageSchema>

/** Somebody who can be played. */
export type PlaygroundPerson = {
  key: string
  name: string
  email: string
  role: 'requester' | 'moderator' | 'admin' | 'none'
  /** their id there */
  slack?: string
  discord?: string
  /** one line on what they are good at, e.g. "Printers, Hardware" */
  about: string
  /** whether the desk knows them, so the console has a sign-in link */
  hasAccount: boolean
}

export type MailLine = { id: string; from: string; to: string[]; subject: string; date: string }

/** What the desk sent and a platform does not take, in the platform's words. */
export type RefusedPayload = {
  platform: 'Slack' | 'Discord'
  /** e.g. "chat.postMessage", "POST /channels/1/messages" */
  call: string
  /** the platform's name for it, e.g. "invalid_blocks", "50035" */
  code: string
  problems: string[]
  /** ms since 1970 */
  at: number
}

export type FromServer =
  | {
      type: 'welcome'
      people: PlaygroundPerson[]
      /** false: that platform is the real one, so its client isn't shown */
      platforms: { slack: boolean; discord: boolean }
      /** the console's address */
      consoleUrl: string
      /** the desk's channel in Discord; null where Discord is the real one */
      deskChannel: string | null
      /** the Slack channel to begin in */
      firstChannel: string
      /** where the desk gets mail; null when nobody can write to it from here */
      mailAddress: string | null
      /** what "Simulate" offers here */
      troubles: Trouble[]
    }
  /** Parts that are left out are as they were. */
  | {
      type: 'screen'
      slack?: SlackScreen | null
      discord?: DiscordScreen | null
      /** newest first; null when mail goes to a configured server */
      mailbox?: MailLine[] | null
      troubles?: CurrentTrouble[]
      /** newest first */
      refused?: RefusedPayload[]
    }
  | { type: 'result'; id: number; result: unknown }
  /**
   * `message` is what the platform's client shows. `code` is its own name for it, e.g. "timeout". The id is -1 when what
   * is watched can't be shown.
   */
  | { type: 'error'; id: number; error: { code: string; message: string } }
