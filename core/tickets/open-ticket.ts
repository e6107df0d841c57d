import { takeFiles } from '../attachments/take-files.ts'
import { entryFinder } from '../catalog/names.ts'
import type { Desk } from '../desk.ts'
import { isRefusal } from '../errors.ts'
import { idFromKey } from '../ids.ts'
import { type Actor, personOf } from '../users/user.ts'
import { checkAnswers, invalidAnswers } from './fields/check-answers.ts'
import type { Intake } from './intake.ts'
import { type AskedFields, newTicket } from './new-ticket.ts'
import type { Ticket } from './ticket.ts'

type Filing = Pick<
  Desk,
  'catalog' | 'files' | 'fileLimits' | 'scanner' | 'limits' | 'tickets' | 'relay' | 'nextNumber' | 'now'
>
/**
 * Files a ticket. It is stored when this returns. A second delivery of the same intake returns the same ticket.
 * @throws invalid for files that can't be attached, and at `fields.<key>` for answers; too-many when the actor has filed many in a short time
 */
export async function openTicket(
  desk: Filing,
  actor: Actor,
  intake: Intake,
): Promise<{ ticket: Ticket; created: boolean }> {
  const { result, isFirst } = await desk.tickets.oneFiling(idFromKey(intake.key), () =>
    unlessFiledBefore(desk.tickets, intake.key, () => file(desk, actor, intake)),
  )
  return isFirst ? result : { ticket: result.ticket, created: false }
}

/**
 * The first delivery needs no look-up: a repeat is noticed only when it is refused or inserts. It then gives its number
 * back.
 */
async function file(desk: Filing, actor: Actor, intake: Intake) {
  const asked = await askedOf(desk, intake)
  const files = await filesFor(desk, actor, intake)
  await desk.limits.take(actor, 'tickets')
  const number = await desk.nextNumber()
  const filed = await desk.tickets.insert(newTicket(actor, { ...intake, asked }, files, number, desk.now()))
  if (filed.created) desk.relay('tickets', filed.ticket)
  else {
    desk.limits.giveBack(actor, 'tickets')
    await desk.nextNumber.giveBack?.(number)
  }
  return filed
}

/** A repeat is not refused for what would refuse a first delivery, such as a form that has changed since. */
async function unlessFiledBefore(
  tickets: Desk['tickets'],
  key: string,
  filing: () => Promise<{ ticket: Ticket; created: boolean }>,
) {
  try {
    return await filing()
  } catch (error) {
    const earlier = isRefusal(error) ? await tickets.find(idFromKey(key)) : null
    if (!earlier) throw error
    return { ticket: earlier, created: false }
  }
}

/** What the category asks, with the answers. @throws invalid at `fields.<key>` */
async function askedOf({ catalog }: Filing, { input, category, answersLater }: Intake): Promise<AskedFields> {
  const { fields: answers = {} } = input
  const lists = category ? await catalog.read() : null
  const form = lists && entryFinder(lists.categories)(category ?? '')?.form
  const { fields, errors } = checkAnswers(form?.fields ?? [], answers, { partly: answersLater })
  if (errors.length > 0) throw invalidAnswers(fields, errors)
  return form && fields.length > 0 ? { fields, formVersion: form.version } : {}
}

const filesFor = (desk: Filing, actor: Actor, { key, input, incoming }: Intake) =>
  takeFiles(
    desk,
    { files: input.files, incoming },
    { by: personOf(actor).id, owner: { ticket: idFromKey(key) }, ticketBytes: 0 },
  )
