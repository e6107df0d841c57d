import type { ChatDesk } from './chat-desk.ts'

/** @property ms until the platform had its answer @property busy the desk said that it is busy, and to try again */
export type Answer = { ms: number; answered: boolean; busy: boolean }
export type Step = { what: string; take: () => Promise<Answer> }

const saysBusy = (words: string) => /busy|try again/i.test(words)

/** What one person in Slack does in turn: open the form, file a ticket, list their tickets. */
export function slackSteps({ slack }: ChatDesk, id: string): Step[] {
  const person = slack.as(id)
  const command = async (name: string, text?: string): Promise<Answer> => {
    const { ms, acked, userSees = '' } = await person.command(name, text)
    return { ms, answered: acked, busy: saysBusy(userSees) }
  }
  async function file(): Promise<Answer> {
    const modal = await person.modal()
    const { ms, errors, userSees } = await modal.submit({ 'What happened?': 'It is burning. Flames!' })
    const busy = saysBusy([...Object.values(errors), userSees ?? ''].join(' '))
    return { ms, answered: busy || userSees === undefined, busy }
  }
  return [
    { what: 'the form', take: () => command('/ticket', 'The printer is on fire') },
    { what: 'filing', take: file },
    { what: 'a list', take: () => command('/tickets') },
  ]
}

/** What one moderator in Discord does in turn: look at the queue, at a ticket and at their own, and write a note. */
export function discordSteps({ discord, channel }: ChatDesk, id: string, number: number): Step[] {
  const person = discord.as(id)
  const ticket = String(number)
  const command = (path: string, options: Record<string, string> = {}): Step => ({
    what: `/${path}`,
    take: async () => {
      const { ms, kind, text } = await person.command(path, options, { channel })
      return { ms, answered: kind !== 'failed', busy: saysBusy(text) }
    },
  })
  return [
    command('ticket queue'),
    command('ticket show', { ticket }),
    command('ticket mine'),
    command('ticket note', { ticket, text: 'Looked at it' }),
  ]
}
