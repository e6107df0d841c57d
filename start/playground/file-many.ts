import { setTimeout } from 'node:timers/promises'
import type { Slack } from '../../local/slack/slack.ts'
import { colleagues } from './people.ts'
import { type SampleTicket, sampleTickets } from './sample-tickets.ts'

const tryAgainMs = 5_000
const tries = 12

/** Files twenty tickets at once. A person fills in one form after the other, and tries again when Slack is in trouble. */
export async function fileMany(slack: Slack): Promise<void> {
  const shares = Map.groupBy(sampleTickets.entries(), ([index]) => index % colleagues.length)
  await Promise.allSettled(
    [...shares].map(async ([nth, tickets]) => {
      for (const [, ticket] of tickets)
        await fileTicket(slack, colleagues[nth]?.slack ?? '', ticket, openInTheEnd)
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
  open = openForm,
): Promise<number> {
  const modal = await open(slack.as(person), title)
  const submission = await modal.submit({ title, description, urgency })
  if (submission.userSees) throw new Error(submission.userSees)
  const [, number] = /Filed as \*#(\d+)\*/.exec(modal.shown()) ?? []
  if (modal.isOpen()) await modal.close()
  if (!number) throw new Error(`The ticket was not filed: ${JSON.stringify(submission.errors)}`)
  return Number(number)
}

type Person = ReturnType<Slack['as']>

async function openForm(as: Person, title: string) {
  const { userSees } = await as.command('/ticket', title)
  if (userSees) throw new Error(userSees)
  return as.modal({ callbackId: 'file_ticket', timeoutMs: 10_000 })
}

async function openInTheEnd(as: Person, title: string, left = tries): ReturnType<typeof openForm> {
  try {
    return await openForm(as, title)
  } catch (error) {
    if (left <= 1) throw error
    await setTimeout(tryAgainMs, undefined, { ref: false })
    return openInTheEnd(as, title, left - 1)
  }
}
