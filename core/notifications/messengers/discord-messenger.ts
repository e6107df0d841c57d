import type { FileSource } from '../../attachments/attached-file.ts'
import type { Sentence } from '../../text/sentence.ts'
import type { Comment } from '../../tickets/comments/comment.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { Notice } from '../notice.ts'
import type {
  FileSending,
  OpenedFile,
  OutgoingFile,
  OutgoingReaction,
  RequesterCard,
  Sending,
} from './sending.ts'

export type DiscordFile = Extract<FileSource, { discord: unknown }>

/** Where a requester on Discord has their conversation: a private thread, or their direct messages. */
export type RequesterPlace = { channel: string; isDirect: boolean }

/** Where a ticket is shown on Discord. */
export type ThreadPlace = { headline: string; thread: string; card: string }

/** Sends the desk's messages to Discord. All ids are snowflakes. All methods throw RetryLater or RefusedByProvider. */
export type DiscordMessenger = {
  /** posts the line in the desk's channel that the ticket's thread starts from */
  postHeadline: (ticket: Ticket, sending: Sending) => Promise<string>
  /** opens the thread, or finds the existing one */
  openThread: (ticket: Ticket, headline: string) => Promise<string>
  /** posts the card with its buttons in the thread */
  postCard: (ticket: Ticket, thread: string, sending: Sending) => Promise<string>
  /**
   * updates card, headline and the thread's name. @returns `nameIsLate`: Discord allows no new name yet
   * @throws GoneAtProvider when the thread or the card was deleted
   */
  update: (ticket: Ticket, at: ThreadPlace) => Promise<{ nameIsLate: boolean }>
  /** gives the thread its current name. @throws RetryThisLater while Discord allows no new name */
  nameThread: (ticket: Ticket, thread: string) => Promise<void>
  /** adds somebody to the thread, so that Discord lists it for them */
  addToThread: (discordUser: string, thread: string) => Promise<void>
  /** pings the role of those on duty in the thread. Null: no role is configured */
  callOnDuty: ((ticket: Ticket, thread: string, sending: Sending) => Promise<string>) | null
  /** the desk's threads and requesters' private ones that are not archived @property lastAt when somebody last wrote there */
  activeThreads: () => Promise<{ id: string; lastAt: Date }[]>
  /** archives the thread of a closed ticket. Whatever is posted in it later opens it again */
  archiveThread: (thread: string) => Promise<void>
  /** deletes the headline of a deleted thread */
  removeHeadline: (headline: string) => Promise<void>
  /** @throws GoneAtProvider when the thread was deleted @param alert the Discord user to ping, which also adds them to the thread */
  postComment: (comment: Comment, thread: string, sending: Sending, alert?: string) => Promise<string>
  /**
   * updates the message that shows a comment, or deletes it with the comment
   * @param shown.reader default: staff @param shown.reactions who reacted elsewhere
   */
  reviseComment: (
    comment: Comment,
    thread: string,
    message: string,
    shown: { reader?: 'requester'; reactions: readonly Sentence[] },
  ) => Promise<void>
  /** adds the desk's own reaction to a message, or takes it away. Twice does no harm. @throws RefusedByProvider: not shown */
  react: (reaction: OutgoingReaction, channel: string, message: string) => Promise<void>
  /** opens a private thread for the requester, or finds it. Where that is not possible, their direct messages */
  openForRequester: (
    ticket: Ticket,
    discordUser: string,
    parent: string | undefined,
    sending: Sending,
  ) => Promise<RequesterPlace>
  /** posts the requester's card. @throws GoneAtProvider when the thread was deleted */
  postRequesterCard: (card: RequesterCard, at: RequesterPlace, sending: Sending) => Promise<string>
  /** @throws GoneAtProvider when the thread or the card was deleted */
  updateRequesterCard: (card: RequesterCard, at: RequesterPlace, message: string) => Promise<void>
  /** shows a comment to the requester, who is pinged. @throws GoneAtProvider when the thread was deleted */
  postToRequester: (
    comment: Comment,
    at: RequesterPlace,
    discordUser: string,
    sending: Sending,
  ) => Promise<string>
  /** posts a notice in the requester's private thread, and pings them. @throws GoneAtProvider when it was deleted */
  postNotice: (notice: Notice, thread: string, discordUser: string, sending: Sending) => Promise<string>
  /** opens a file that somebody sent, to be stored. @throws RefusedByProvider when Discord no longer hands it out */
  openFile: (from: DiscordFile) => Promise<OpenedFile>
  /**
   * shows the files of a ticket or comment in the thread: itself where Discord takes it, else as a link
   * @returns names what was posted, for `removeFiles` @throws GoneAtProvider when the thread was deleted
   */
  postFiles: (files: OutgoingFile[], thread: string, sending: FileSending) => Promise<string>
  /** deletes what `postFiles` has posted, or has noted and may have posted, with its comment */
  removeFiles: (posted: string) => Promise<void>
  /** says in the thread that the ticket is resolved. @throws GoneAtProvider when the thread was deleted */
  postResolution: (ticket: Ticket, thread: string, sending: Sending) => Promise<string>
  /**
   * sends a direct message. @param ticket shows its status, its buttons and a link to its thread below the notice
   * @returns the message's id
   */
  sendDirect: (notice: Notice, discordUser: string, sending: Sending, ticket?: Ticket) => Promise<string>
  /** updates status, buttons and link of a direct message about a ticket */
  updateDirect: (notice: Notice, discordUser: string, message: string, ticket: Ticket) => Promise<void>
}
