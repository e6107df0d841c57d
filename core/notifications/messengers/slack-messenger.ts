import type { FileSource } from '../../attachments/attached-file.ts'
import type { Sentence } from '../../text/sentence.ts'
import type { Comment } from '../../tickets/comments/comment.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { SimilarOnCard } from '../../triage/similar/similar-on-card.ts'
import type { SlackHandle } from '../../users/handles/handles.ts'
import type { Actor } from '../../users/user.ts'
import type { Notice } from '../notice.ts'
import type {
  FileSending,
  OpenedFile,
  OutgoingFile,
  OutgoingReaction,
  RequesterCard,
  Sending,
} from './sending.ts'

export type SlackPlace = { channel: string; ts: string }

export type SlackFile = Extract<FileSource, { slack: unknown }>

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
