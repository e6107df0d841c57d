import type { ActionsBlock, Button } from '@slack/types'
import { ticketUrl } from '../../../../core/notifications/notice.ts'
import { type Sentence, sentence } from '../../../../core/text/sentence.ts'
import type { ActionName } from '../../../../core/tickets/actions/actions.ts'
import { mayAssign } from '../../../../core/tickets/actions/assign.ts'
import {
  actionsFor,
  type ButtonAction,
  secretsActions,
} from '../../../../core/tickets/actions/button-actions.ts'
import { edit } from '../../../../core/tickets/actions/edit.ts'
import { hasAnswers } from '../../../../core/tickets/change-answers.ts'
import { canSee, isStaff, may } from '../../../../core/tickets/permissions.ts'
import { isResolved, type Ticket } from '../../../../core/tickets/ticket.ts'
import type { Actor } from '../../../../core/users/user.ts'
import { ticketValue } from '../../ticket-value.ts'
import { buttons, pageButton } from '../blocks.ts'
import { plainText } from '../sentence.ts'

/** The action id of an action's button. Never change the format: buttons on old messages keep theirs for years. */
export const actionIdOf = (name: ActionName) => `ticket_action:${name}`
export const replyAction = 'ticket_reply'
export const noteAction = 'ticket_note'
export const detailsAction = 'ticket_details'
export const answersAction = 'ticket_answers'
export const assignAction = 'ticket_assign'

type Style = Pick<Button, 'style'>

/** A button about a ticket. */
export const ticketButton = (
  label: Sentence,
  action_id: string,
  ticket: Pick<Ticket, '_id' | 'number'>,
  style: Style = {},
): Button => ({ type: 'button', action_id, text: plainText(label, 75), value: ticketValue(ticket), ...style })

/** What a moderator can do to a ticket, then how they talk about it. Nothing when they can't see it. */
export const staffButtons = (ticket: Ticket, reader: Actor, appUrl: string): ActionsBlock[] =>
  ticket.deleted || !isStaff(reader) || !canSee(reader, ticket)
    ? []
    : [actionButtons(ticket, reader), conversationButtons(ticket, reader, appUrl)].filter(
        ({ elements }) => elements.length > 0,
      )

/** The actions that the ticket's state and the reader's rights allow. */
export const actionButtons = (ticket: Ticket, reader: Actor): ActionsBlock =>
  buttons(...actionsFor(reader, ticket).map(actionButton(ticket)))

/** The button of an action. */
export const actionButton =
  (ticket: Pick<Ticket, '_id' | 'number'>) =>
  ({ name, button: { label, style } }: ButtonAction): Button =>
    ticketButton(
      sentence`${label}`,
      actionIdOf(name),
      ticket,
      style === 'secondary' ? {} : { style: 'primary' },
    )

/** Takes the secrets out of the ticket, where it holds some. */
export const secretsButton = (ticket: Ticket): Button[] => secretsActions(ticket).map(actionButton(ticket))

/** Opens the form that changes the answers. Permissions are checked at the click. */
export const answersButton = (ticket: Ticket): Button[] =>
  hasAnswers(ticket) ? [ticketButton(sentence`Edit answers`, answersAction, ticket)] : []

export const conversationButtons = (ticket: Ticket, reader: Actor, appUrl: string): ActionsBlock =>
  buttons(
    ...(ticket.status === 'closed'
      ? []
      : [
          ticketButton(sentence`Reply`, replyAction, ticket),
          ticketButton(sentence`Internal note`, noteAction, ticket),
        ]),
    ...(may(reader, edit.permissions.edit, ticket) ? answersButton(ticket) : []),
    ...(!isResolved(ticket) && may(reader, mayAssign, ticket)
      ? [ticketButton(sentence`Assign to…`, assignAction, ticket)]
      : []),
    pageButton(sentence`Open #${ticket.number}`, ticketUrl(appUrl, ticket)),
  )
