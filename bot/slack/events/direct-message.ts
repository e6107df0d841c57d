import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { isRefusal } from '../../../core/errors.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import {
  commentOfMessage,
  deletedInChat,
  editedInChat,
} from '../../../core/tickets/comments/change-in-chat.ts'
import { commentBodySchema } from '../../../core/tickets/comments/comment.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { BotEvent } from '../manifest-types.ts'
import { markdownOf } from '../markup.ts'
import { postEphemeral } from '../post-ephemeral.ts'
import { activeUser } from '../who.ts'
import { namePeople } from './name-people.ts'
import { readMessage, type Said } from './read-message.ts'
import { ticketOfThread } from './ticket-of-thread.ts'

export const directMessageEvent = 'message.im' satisfies BotEvent

const howTo = 'To file a ticket, type `/ticket`. To add to one, reply in the thread of its card.'
const lastRetry = 3

type Arguments = Parameters<Middleware<SlackEventMiddlewareArgs<'message'>>>[0]

/**
 * What somebody writes to the desk: in the thread of a ticket's card it is a comment on that ticket, which follows when
 * they change their message or take it back.
 */
export const onDirectMessage =
  (deps: SlackDependencies): Middleware<SlackEventMiddlewareArgs<'message'>> =>
  async (args) => {
    const said = readMessage(args.event)
    if (!said) return
    const tell = (words: string) =>
      postEphemeral(
        args.client,
        { channel: said.channel, user: said.user, thread: said.thread },
        words,
        deps.log,
      )
    try {
      const answer = said.state === 'gone' ? await takeBack(deps, args, said) : await takeIn(deps, args, said)
      if (answer) await tell(answer)
    } catch (error) {
      if (isRefusal(error)) return tell(error.message)
      if ((args.context.retryNum ?? 0) >= lastRetry)
        await tell('The desk could not take in your message. Please send it again later.')
      throw error
    }
  }

const keyOf = ({ channel, ts }: Said) => `slack:${channel}:${ts}`

const writerOf = ({ desk }: SlackDependencies, { body }: Arguments, { user }: Said) =>
  activeUser(desk, { team: body.team_id, user }, user)

/** @returns words for the person when there is something to say */
async function takeIn(deps: SlackDependencies, args: Arguments, said: Said): Promise<string | null> {
  const { body, client, context } = args
  const isNew = said.state === 'new'
  if (!said.thread) return isNew ? howTo : null
  const isOurs = said.threadBy === undefined || said.threadBy === context.botUserId
  const ticket = await ticketOfThread(deps.desk, client, { channel: said.channel, ts: said.thread, isOurs })
  if (!ticket) return isNew ? howTo : null
  const { mrkdwn, mentions } = await namePeople(deps.desk, body.team_id, said.mrkdwn)
  const text = commentBodySchema.safeParse(markdownOf(mrkdwn))
  if (!text.success) return said.hasFiles ? 'The desk cannot take files yet. Please describe them.' : tooLong
  const user = await writerOf(deps, args, said)
  const words = { body: text.data, mentions }
  // also when it was changed: the desk may have refused what it said before, or not have heard of it yet
  const comment = await addComment(deps.desk, user, {
    ticket: ticket._id,
    surface: 'slack',
    key: keyOf(said),
    message: said.ts,
    input: { ...words, visibility: 'public' },
  })
  if (!isNew) await editedInChat(deps.desk, user, comment, { surface: 'slack', ...words })
  return isNew && said.hasFiles ? 'Your words were passed on. The desk cannot take files yet.' : null
}

async function takeBack(deps: SlackDependencies, args: Arguments, said: Said): Promise<null> {
  const comment = await commentOfMessage(deps.desk, keyOf(said))
  if (comment) await deletedInChat(deps.desk, await writerOf(deps, args, said), comment, 'slack')
  return null
}

const tooLong = 'That is too long for one message: the desk takes 10,000 characters. Please send it in parts.'
