import type {
  App,
  BlockAction,
  ButtonAction,
  GlobalShortcut,
  MessageShortcut,
  StaticSelectAction,
  ViewSubmitAction,
} from '@slack/bolt'
import { createOrder } from '../../core/in-order.ts'
import { buttonActions } from '../../core/tickets/actions/button-actions.ts'
import { rate } from '../../core/tickets/actions/rate.ts'
import { reopen } from '../../core/tickets/actions/reopen.ts'
import { resolve } from '../../core/tickets/actions/resolve.ts'
import { scores } from '../../core/tickets/rating.ts'
import { onFileAsked } from './buttons/file-ticket.ts'
import { onLinkFollowed } from './buttons/follow-link.ts'
import { onSamePressed } from './buttons/join-look-alike.ts'
import { onDuplicatePressed } from './buttons/mark-duplicate.ts'
import { onPageAsked } from './buttons/open-page.ts'
import { performOnPress } from './buttons/perform-on-press.ts'
import { onListAsked, onTicketAsked } from './buttons/show-tickets.ts'
import { onTicketCommand, ticketCommand } from './commands/ticket.ts'
import { onTicketsCommand, ticketsCommand } from './commands/tickets.ts'
import type { SlackDependencies } from './dependencies.ts'
import { appHomeOpenedEvent, onAppHomeOpened } from './events/app-home-opened.ts'
import { appMentionEvent, onAppMention } from './events/app-mention.ts'
import { onCommentReaction, reactionRemovedEvent } from './events/comment-reaction.ts'
import { onMessage, takeFromHistory } from './events/direct-message.ts'
import type { IncomingMessage } from './events/read-message.ts'
import type { Received } from './events/received.ts'
import { onReactionAdded, reactionAddedEvent } from './events/ticket-reaction.ts'
import { onSearchAsked, onSearchSubmitted } from './home/search.ts'
import { onAnswersAsked, onAnswersSubmitted } from './modals/answers.ts'
import { onAssignAsked, onAssignSubmitted } from './modals/assign.ts'
import { onCannedReplyChosen } from './modals/canned-reply.ts'
import { onCategoryChosen } from './modals/choose-category.ts'
import { onTicketSubmitted } from './modals/file-ticket.ts'
import type { FormDependencies } from './modals/form-about-message.ts'
import { onTextAsked, onTextSubmitted } from './modals/submit-text.ts'
import { textForms } from './modals/text-forms.ts'
import { fileTicketShortcut, onFileTicketShortcut } from './shortcuts/file-ticket.ts'
import { newTicketShortcut, onNewTicketShortcut } from './shortcuts/new-ticket.ts'
import { onSendShortcut, sendShortcut } from './shortcuts/send-to-requester.ts'
import { createNamedReader } from './text/find-names.ts'
import { followLinkAction, openLinkAction, openPageAction } from './views/blocks.ts'
import { duplicateAction } from './views/cards/similar.ts'
import { actionIdOf, answersAction, assignAction } from './views/cards/ticket-buttons.ts'
import { solvedAction } from './views/cards/ticket-card.ts'
import { cannedReplyAction } from './views/forms/canned-reply-select.ts'
import { sameAction } from './views/forms/filed-modal.ts'
import { rateAction } from './views/forms/rating.ts'
import { searchFormId } from './views/forms/search-form.ts'
import { categoryAction, ticketModalId } from './views/forms/ticket-modal.ts'
import { fileAction, searchAction } from './views/home.ts'
import { reopenAction } from './views/reopen-offer.ts'
import { navigateAction, showAction } from './views/ticket-rows.ts'

/** Registers all handlers. @returns what takes a message that came otherwise than by event */
export function registerListeners(app: App, dependencies: SlackDependencies) {
  const deps = { ...dependencies, read: createNamedReader(dependencies), ...createOrder() }
  app.command(ticketCommand.command, onTicketCommand(deps))
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: fileTicketShortcut.callback_id },
    onFileTicketShortcut(deps),
  )
  app.shortcut<GlobalShortcut>(
    { type: 'shortcut', callback_id: newTicketShortcut.callback_id },
    onNewTicketShortcut(deps),
  )
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: sendShortcut.callback_id },
    onSendShortcut(deps),
  )
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: ticketModalId }, onTicketSubmitted(deps))
  app.action<BlockAction<StaticSelectAction>>(
    { type: 'block_actions', action_id: categoryAction },
    onCategoryChosen(deps),
  )
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: solvedAction },
    performOnPress(deps, resolve, { resolution: 'Marked as solved by the requester' }),
  )
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: reopenAction },
    performOnPress(deps, reopen, {}),
  )
  for (const score of scores)
    app.action<BlockAction<ButtonAction>>(
      { type: 'block_actions', action_id: rateAction(score) },
      performOnPress(deps, rate, { score }, { confirms: true }),
    )
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: sameAction }, onSamePressed(deps))
  app.command(ticketsCommand.command, onTicketsCommand(deps))
  registerStaffButtons(app, deps)
  registerLists(app, deps)
  for (const action_id of [openPageAction, openLinkAction])
    app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id }, onPageAsked(deps))
  app.action(followLinkAction, onLinkFollowed)
  app.event('message', onMessage(deps))
  app.event(appHomeOpenedEvent, onAppHomeOpened(deps))
  app.event(appMentionEvent, onAppMention(deps))
  app.event(reactionAddedEvent, onReactionAdded(deps))
  app.event(reactionAddedEvent, onCommentReaction(deps))
  app.event(reactionRemovedEvent, onCommentReaction(deps))
  return { take: (received: Received, message: IncomingMessage) => takeFromHistory(deps, received, message) }
}

/** The buttons with which people work on a ticket, most of them moderators. */
function registerStaffButtons(app: App, deps: SlackDependencies) {
  for (const { name, action, button } of buttonActions)
    if (!button.ask)
      app.action<BlockAction<ButtonAction>>(
        { type: 'block_actions', action_id: actionIdOf(name) },
        performOnPress(deps, action, {}, { confirms: true }),
      )
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: new RegExp(`^${duplicateAction}:`) },
    onDuplicatePressed(deps),
  )
  for (const form of textForms) {
    app.action<BlockAction<ButtonAction>>(
      { type: 'block_actions', action_id: form.id },
      onTextAsked(deps, form),
    )
    app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: form.id }, onTextSubmitted(deps, form))
  }
  app.action<BlockAction<StaticSelectAction>>(
    { type: 'block_actions', action_id: cannedReplyAction },
    onCannedReplyChosen(deps),
  )
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: assignAction },
    onAssignAsked(deps),
  )
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: assignAction }, onAssignSubmitted(deps))
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: answersAction },
    onAnswersAsked(deps),
  )
  app.view<ViewSubmitAction>(
    { type: 'view_submission', callback_id: answersAction },
    onAnswersSubmitted(deps),
  )
}

/** Lists of tickets, in messages and in the home tab. */
function registerLists(app: App, deps: SlackDependencies & FormDependencies) {
  const onButton = (action_id: string | RegExp, handle: ReturnType<typeof onListAsked>) =>
    app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id }, handle)
  onButton(new RegExp(`^${navigateAction}:`), onListAsked(deps))
  onButton(showAction, onTicketAsked(deps))
  onButton(fileAction, onFileAsked(deps))
  onButton(searchAction, onSearchAsked(deps))
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: searchFormId }, onSearchSubmitted(deps))
}
