import { checkInput } from '../../../core/check-input.ts'
import type { Desk } from '../../../core/desk.ts'
import { conflict } from '../../../core/errors.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { type ButtonAction, buttonActions } from '../../../core/tickets/actions/button-actions.ts'
import { newCommentSchema } from '../../../core/tickets/actions/comment.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { rate } from '../../../core/tickets/actions/rate.ts'
import { referenceTo } from '../../../core/tickets/change.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import type { Visibility } from '../../../core/tickets/comments/comment.ts'
import { maxRatingComment, ratingOf } from '../../../core/tickets/rating.ts'
import { readTicket } from '../../../core/tickets/read-tickets.ts'
import type { User } from '../../../core/users/user.ts'
import { actionIdOf, detailsAction, noteAction, replyAction } from '../views/cards/ticket-buttons.ts'
import { rateCommentAction } from '../views/forms/rating.ts'
import type { TextFormWords } from '../views/forms/text-form.ts'

/** What somebody wrote in a form. @property key identifies the submission, so that a repeated one changes nothing */
export type Written = { ticket: string; text: string; key: string }

/**
 * A button that asks for a text, and what it does with it.
 * @property id action id of the button and callback id of the form
 * @property send @returns what was done, in words @throws refusals
 */
export type TextForm = {
  id: string
  words: TextFormWords
  offersCannedReplies?: true
  send: (desk: Desk, actor: User, written: Written) => Promise<Sentence>
}

const formOfAction = ({ name, action, button }: ButtonAction): TextForm[] => {
  const { ask, label } = button
  if (!ask) return []
  return [
    {
      id: actionIdOf(name),
      words: {
        title: label,
        label: ask.label,
        hint: ask.description,
        submit: label,
        maxLength: ask.maxLength,
      },
      async send(desk, actor, { ticket: id, text }) {
        const input = checkInput(action.input, { [ask.field]: text })
        const ticket = await perform(desk, actor, action, { id, surface: 'slack', input })
        return action.words.done?.(ticket) ?? sentence`${action.words.success}`
      },
    },
  ]
}

const comment =
  (visibility: Visibility): TextForm['send'] =>
  async (desk, actor, { ticket: id, text, key }) => {
    const input = checkInput(newCommentSchema, { body: text, visibility })
    const ticket = await readTicket(desk, actor, id)
    await addComment(desk, actor, { ticket: id, surface: 'slack', key, input })
    return visibility === 'internal'
      ? sentence`The note is on ${referenceTo(ticket)}. Only moderators and admins see it.`
      : sentence`Sent to ${ticket.requester.name}.`
  }

/** All forms that ask for a text. */
export const textForms: TextForm[] = [
  ...buttonActions.flatMap(formOfAction),
  {
    id: replyAction,
    words: {
      title: 'Reply to',
      label: 'Your answer',
      hint: 'The requester sees it under your name. You can use Markdown.',
      submit: 'Send',
      maxLength: 3_000,
    },
    offersCannedReplies: true,
    send: comment('public'),
  },
  {
    id: noteAction,
    words: {
      title: 'Note on',
      label: 'Internal note',
      hint: 'Only moderators and admins see it. You can use Markdown.',
      submit: 'Save',
      maxLength: 3_000,
    },
    send: comment('internal'),
  },
  {
    id: detailsAction,
    words: {
      title: 'Add to',
      label: 'What else should we know?',
      hint: 'Whoever works on your ticket sees it. You can use Markdown.',
      submit: 'Add',
      maxLength: 3_000,
    },
    async send(desk, actor, written) {
      await comment('public')(desk, actor, written)
      return sentence`Added to your ticket.`
    },
  },
  {
    id: rateCommentAction,
    words: {
      title: 'Rating of',
      label: 'What went well, or what should be better?',
      hint: 'Those who worked on your ticket see it.',
      submit: 'Add comment',
      maxLength: maxRatingComment,
    },
    async send(desk, actor, { ticket: id, text }) {
      const score = ratingOf(await readTicket(desk, actor, id))?.score
      if (!score) throw conflict('Choose from 1 to 5 first.')
      const input = checkInput(rate.input, { score, comment: text })
      await perform(desk, actor, rate, { id, surface: 'slack', input })
      return sentence`Added to your rating. Thank you.`
    },
  },
]
