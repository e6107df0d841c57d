import type { Slack } from '../../local/slack/slack.ts'
import { colleagues } from './people.ts'
import { type SampleTicket, sampleTickets } from './sample-tickets.ts'

/** Files twenty tickets at once. A person fills in one form after the other. */
export async function fileMany(slack: Slack): Promise<void> {
  const shares = Map.groupBy(sampleTickets.entries(), ([index]) => index % colleagues.length)
  await Promise.allSettled(
    [...shares].map(async ([nth, tickets]) => {
      for (const [, ticket] of tickets) await fileTicket(slack, colleagues[nth]?.slack ?? '', ticket)
    }),
  )
}

/**
 * Files one ticket as a person does: command, form, submit.
 * @returns its number, which the form shows then
 * @throws Error with what the person sees if it fails
 */
export async function fileTicket(
  slack: Slack,
  person: string,
  { title, description, urgency = 'normal' }: SampleTicket,
): Promise<number> {
  const as = slack.as(person)
  const { userSees } = await as.command('/ticket', title)
  if (userSees) throw new Error(userSees)
  const modal = await as.modal({ callbackId: 'file_ticket', timeoutMs: 10_000 })
  const submission = await modal.submit({ title, description, urgency })
  if (submission.userSees) throw new Error(submission.userSees)
  const [, number] = /Filed as \*#(\d+)\*/.exec(modal.shown()) ?? []
  if (modal.isOpen()) await modal.close()
  if (!number) throw new Error(`The ticket was not filed: ${JSON.stringify(submission.errors)}`)
  return Number(number)
}
