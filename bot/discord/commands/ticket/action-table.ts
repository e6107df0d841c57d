import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord-api-types/v10'
import { type Sentence, sentence } from '../../../../core/text/sentence.ts'
import type { ActionName } from '../../../../core/tickets/actions/actions.ts'
import { capitalised } from '../../../../core/tickets/card.ts'
import { referenceTo } from '../../../../core/tickets/change.ts'
import { versionFor } from '../../../../core/tickets/shown-changes.ts'
import { isResolved, type Ticket } from '../../../../core/tickets/ticket.ts'
import { maxResolution } from '../../../../core/tickets/ticket-texts.ts'
import { priorities } from '../../../../core/tickets/ticket-values.ts'
import type { User } from '../../../../core/users/user.ts'
import { choiceOption, suggestedOption, textOption } from './options.ts'
import { numberIn } from './resolve-ticket.ts'

/** What a person has chosen. @property value an option's text; empty when it was left out */
export type Chosen = { actor: User; ticket: Ticket; value: (option: string) => string }

/**
 * A subcommand that performs an action on a ticket.
 * @property action its name, or how it follows from what was chosen
 * @property input what the action needs; it is checked by the action's schema
 * @property done what to say instead of the action's own words
 */
export type Row = {
  description: string
  options?: APIApplicationCommandBasicOption[]
  action: ActionName | ((chosen: Chosen) => ActionName)
  input?: (chosen: Chosen) => object
  done?: (ticket: Ticket) => Sentence
}

const removeOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'remove',
  description: 'Take the tag away instead',
} as const satisfies APIApplicationCommandBasicOption

const edit = (change: (chosen: Chosen) => object): Pick<Row, 'action' | 'input'> => ({
  action: 'edit',
  input: (chosen) => ({ version: versionFor(chosen.actor, chosen.ticket), ...change(chosen) }),
})

export const actionTable = {
  claim: { description: 'Take a ticket', action: 'claim' },
  release: { description: 'Give a ticket back to the queue', action: 'release' },
  assign: {
    description: 'Give a ticket to somebody',
    options: [suggestedOption('person', 'A moderator or an admin')],
    action: 'assign',
    input: ({ value }) => ({ assignee: value('person') }),
    done: (ticket) => sentence`${referenceTo(ticket)} is assigned to ${ticket.assignee?.name ?? 'nobody'}.`,
  },
  status: {
    description: 'Change a ticket’s status. To resolve it, use /ticket resolve',
    options: [
      choiceOption('to', 'The new status', {
        open: 'Open: back to the queue',
        in_progress: 'In progress',
        waiting: 'Waiting for the requester',
        closed: 'Closed',
      }),
    ],
    action: ({ value, ticket }) => actionTowards(value('to'), ticket),
  },
  priority: {
    description: 'Change a ticket’s priority',
    options: [
      choiceOption(
        'level',
        'The new priority',
        Object.fromEntries(priorities.toReversed().map((priority) => [priority, capitalised(priority)])),
      ),
    ],
    ...edit(({ value }) => ({ priority: value('level') })),
    done: (ticket) => sentence`The priority of ${referenceTo(ticket)} is ${ticket.priority ?? 'not known'}.`,
  },
  category: {
    description: 'Change a ticket’s category',
    options: [suggestedOption('name', 'A category of the desk')],
    ...edit(({ value }) => ({ category: value('name') })),
    done: (ticket) => sentence`The category of ${referenceTo(ticket)} is ${ticket.category ?? 'not known'}.`,
  },
  tag: {
    description: 'Add a tag to a ticket, or take it away',
    options: [textOption('name', 'The tag', 40), removeOption],
    ...edit(({ value, ticket }) => ({
      tags: tagsAfter(ticket.tags, value('name'), value('remove') === 'true'),
    })),
    done: ({ tags, ...ticket }) =>
      tags.length > 0
        ? sentence`Tags of ${referenceTo(ticket)}: ${tags.join(', ')}.`
        : sentence`${referenceTo(ticket)} has no tags.`,
  },
  resolve: {
    description: 'Resolve a ticket. The requester is told how',
    options: [textOption('how', 'How it was solved. The requester gets this', maxResolution)],
    action: 'resolve',
    input: ({ value }) => ({ resolution: value('how') }),
  },
  close: {
    description: 'Make a resolved ticket final',
    action: 'close',
    done: (ticket) => sentence`${referenceTo(ticket)} is closed.`,
  },
  reopen: { description: 'Reopen a resolved or waiting ticket', action: 'reopen' },
  duplicate: {
    description: 'Mark a ticket as a duplicate: it is resolved, and its requester follows the original',
    options: [suggestedOption('of', 'The original: its number, or words of its title')],
    action: 'mark-duplicate',
    input: ({ value }) => ({ of: numberIn(value('of')) }),
    done: (ticket) => sentence`${referenceTo(ticket)} is a duplicate of #${ticket.duplicateOf?.number ?? 0}.`,
  },
} satisfies Record<string, Row>

/** The action that brings a ticket to a status. */
export function actionTowards(status: string, ticket: Pick<Ticket, 'status'>): ActionName {
  if (status === 'waiting') return 'wait'
  if (status === 'closed') return 'close'
  if (isResolved(ticket) || (status === 'in_progress' && ticket.status === 'waiting')) return 'reopen'
  return status === 'open' ? 'release' : 'claim'
}

const tagsAfter = (tags: readonly string[], tag: string, isRemoved: boolean) =>
  isRemoved ? tags.filter((one) => one !== tag.trim()) : [...tags, tag]
