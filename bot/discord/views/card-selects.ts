import {
  type APIActionRowComponent,
  type APIStringSelectComponent,
  type APIUserSelectComponent,
  ComponentType,
} from 'discord-api-types/v10'
import { sentence } from '../../../core/text/sentence.ts'
import { capitalised } from '../../../core/tickets/card.ts'
import { isResolved, type Ticket } from '../../../core/tickets/ticket.ts'
import { priorities } from '../../../core/tickets/ticket-values.ts'
import { selectIdOf } from '../card-select-ids.ts'
import { inPlain } from './sentence.ts'

type Select = APIStringSelectComponent | APIUserSelectComponent

/** Selects for priority and assignee. Everyone in the thread sees them; permissions are checked at the choice. */
export const cardSelects = (ticket: Ticket): APIActionRowComponent<Select>[] =>
  ticket.deleted || isResolved(ticket) ? [] : [row(prioritySelect(ticket)), row(assigneeSelect(ticket))]

const row = (select: Select): APIActionRowComponent<Select> => ({
  type: ComponentType.ActionRow,
  components: [select],
})

const prioritySelect = ({ _id, priority }: Ticket): APIStringSelectComponent => ({
  type: ComponentType.StringSelect,
  custom_id: selectIdOf('set-priority', _id),
  placeholder: 'Priority',
  options: priorities.toReversed().map((value) => ({
    label: `${capitalised(value)} priority`,
    value,
    default: value === priority,
  })),
})

const assigneeSelect = ({ _id, assignee }: Ticket): APIUserSelectComponent => ({
  type: ComponentType.UserSelect,
  custom_id: selectIdOf('set-assignee', _id),
  placeholder: inPlain(
    assignee ? sentence`Assigned to ${assignee.name}. Choose somebody else` : sentence`Assign to`,
    150,
  ),
})
