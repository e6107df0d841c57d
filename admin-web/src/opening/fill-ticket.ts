import type { TicketAnswer } from '../shared/http/answers.ts'
import { firstAnswer, readFirstAnswers } from '../shared/http/first-answers.ts'
import { ids } from './ticket-opening-ids.ts'

/** Puts a ticket's title and description into the opening of its page, to be read while the scripts load. */
export async function fillTicket() {
  if (!document.getElementById(ids.title)) return
  await readFirstAnswers()
  const { ticket } = firstAnswer<TicketAnswer>(`/api${window.location.pathname}`) ?? {}
  if (!ticket) return
  fill(ids.number, `#${ticket.number}`)
  fill(ids.title, ticket.title)
  fill(ids.description, ticket.description)
  show(ids.skeleton, false)
  show(ids.ticket, true)
}

function show(id: string, shown: boolean) {
  const element = document.getElementById(id)
  if (element) element.hidden = !shown
}

function fill(id: string, text: string) {
  const element = document.getElementById(id)
  if (element) element.textContent = text
}
