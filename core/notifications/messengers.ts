import type { Readable } from 'node:stream'
import type { FileSource } from '../attachments/attached-file.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { SimilarOnCard } from '../triage/similar/similar-on-card.ts'
import type { SlackHandle } from '../users/handles/handles.ts'
import type { Actor } from '../users/user.ts'
import type { Notice } from './notice.ts'

/**
 * How to send a message once.
 * @property key the outbox entry's id, stored in the message where the platform allows it
 * @property mayExist an earlier attempt may have succeeded, so look for the message first
 * @property onlyFind what it shows was deleted meanwhile: if the message isn't there, post none and throw RefusedByProvider
 */
export type Sending = { key: string; mayExist: boolean; onlyFind?: boolean }

/**
 * How to show files once. No chat keeps a key with files.
 * @property noted what an earlier attempt may have posted. Null: nothing
 * @property note stores what is about to be posted, in the form that `removeFiles` takes
 */
export type FileSending = Sending & { noted: string | null; note: (posted: string) => Promise<unknown> }

export type SlackPlace = { channel: string; ts: string }

/** What a requester's card shows. @property usualAnswerMinutes when to expect an answer, after filing; null: nobody knows */
export type RequesterCard = { ticket: Ticket; usualAnswerMinutes: number | null }

/**
 * A file to show in a chat.
 * @property size in bytes @property open streams its bytes @property url a link that anybody can download it from, for
 * seven days: for what the chat doesn't take
 */
export type OutgoingFile = {
  id: string
  name: string
  type: string
  size: number
  open: () => Promise<Readable>
  url: string
}

/** @property emoji its characters @property isShown false takes it away */
export type OutgoingReaction = { emoji: string; isShown: boolean }

/** A file that was sent in a chat. @property size in bytes, as the platform states it */
export type OpenedFile = { stream: Readable; size: number }

export type SlackFile = Extract<FileSource, { slack: unknown }>
export type DiscordFile = Extract<FileSource, { discord: unknown }>

/** Sends the desk's messages to Slack. All methods throw RetryLater or RefusedByProvider. */
export type SlackMessenger = {
  /** `email` is null unless Slack says that it is confirmed */
  profileOf: (handle: SlackHandle) => Promise<{ email: string | null; name: string }>
  /** posts the ticket's card to the person's direct messages */
  postCard: (card: RequesterCard, to: SlackHandle, sending: Sending) => Promise<SlackPlace>
  updateCard: (card: RequesterCard, at: SlackPlace) => Promise<void>
  /** shows a comment in the card's thread. It may have no text, only files, which `postFiles` shows. @returns the message's ts */
  postComment: (comment: Comment, card: SlackPlace, sending: Sending) => Promise<string>
  /** updates the message that shows a comment, or deletes it with the comment @param reactions who reacted elsewhere */
  reviseComment: (
    comment: Comment,
    card: SlackPlace,
    message: string,
    reactions: readonly Sentence[],
  ) => Promise<void>
  /** adds the desk's own reaction to a message, or takes it away. Twice does no harm. @throws RefusedByProvider: not shown */
  react: (reaction: OutgoingReaction, card: SlackPlace, message: string) => Promise<void>
  /** posts a notice to the requester in the card's thread and in the conversation. @returns the message's ts */
  postNotice: (notice: Notice, card: SlackPlace, sending: Sending) => Promise<string>
  /** says in a channel's thread that its message was filed as a ticket. @returns the notice's ts */
  postFiledNotice: (ticket: Ticket, thread: SlackPlace, sending: Sending) => Promise<string>
  /** opens a file that somebody sent, to be stored. @throws RefusedByProvider when Slack no longer hands it out */
  openFile: (from: SlackFile) => Promise<OpenedFile>
  /**
   * shows the files of a ticket or comment in the card's thread: itself where Slack takes it, else as a link
   * @returns names what was posted, for `removeFiles`
   */
  postFiles: (files: OutgoingFile[], card: SlackPlace, sending: FileSending) => Promise<string>
  /** deletes what `postFiles` has posted, or has noted and may have posted, with its comment */
  removeFiles: (posted: string, card: SlackPlace) => Promise<void>
  /** sends a direct message to a person without a card of the ticket. @returns the message's ts */
  sendDirect: (notice: Notice, to: SlackHandle, sending: Sending, about?: DirectContext) => Promise<string>
  /** the moderators' channel; null: none is configured */
  moderators: ModeratorsMessenger | null
  /** updates a direct message that asked its reader to work on a ticket */
  updateDirect: (notice: Notice, to: SlackHandle, message: string, about: DirectContext) => Promise<void>
}

/** Sends to the moderators' channel on Slack. Messages in the threads of its cards are sent by `SlackMessenger`. */
export type ModeratorsMessenger = {
  /** the channel's id */
  channel: string
  /** posts the card with its buttons. @returns its ts */
  postCard: (ticket: Ticket, sending: Sending) => Promise<string>
  /** @throws GoneAtProvider when the card was deleted */
  updateCard: (ticket: Ticket, card: SlackPlace) => Promise<void>
  /** says in the card's thread that the ticket is resolved. @returns the message's ts */
  postResolution: (ticket: Ticket, card: SlackPlace, sending: Sending) => Promise<string>
  /** deletes what the desk has posted in the card's thread. What people wrote there is theirs to delete */
  clearThread: (card: SlackPlace) => Promise<void>
}

/**
 * What a direct message is about.
 * @property reader gets the buttons that they may use. Once they can't see the ticket any more, the message tells no more of it
 * @property similar what the reader may see of the tickets that triage found; absent: none
 * @property thread ts of an earlier direct message about the ticket, below which it goes too
 */
export type DirectContext = {
  ticket: Ticket
  reader: Actor
  similar?: SimilarOnCard[]
  thread?: string | undefined
}
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
