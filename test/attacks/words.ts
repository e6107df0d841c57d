import { waitFor } from '../support/wait-for.ts'
import { type Attack, mustHold } from './attack.ts'

/** Names and titles that would be something else in the desk's own sentences. */
export const words: Attack[] = [
  {
    item: 'A2',
    title: "a link in a mail under the desk's name",
    run: async ({ anonymous, lettersTo }) => {
      const email = 'stranger@example.com'
      const name = '[Verify now](https://evil.example)'
      const { status } = await anonymous.post('/api/auth/signup', {
        email,
        name,
        password: 'violet anchovy parade 9',
      })
      if (status >= 400) return `the name is refused (${status})`
      const letter = await waitFor(async () => (await lettersTo(email))[0], {
        what: 'the mail',
        timeoutMs: 30_000,
      })
      mustHold(
        !/href="[^"]*evil\.example/.test(letter.html ?? ''),
        'the mail has a live link of the attacker',
      )
      mustHold(
        !`${letter.subject} ${letter.text}`.includes('evil.example'),
        'the mail repeats the attacker’s words',
      )
      return 'the mail repeats nothing of the name'
    },
  },
  {
    item: 'A2',
    title: 'control characters in fields of one line',
    run: async ({ somebody }) => {
      const { api } = await somebody('user')
      const bad = [
        'Two\nlines',
        'Two\r\nlines',
        'Tab\u0000',
        'Turned\u202Egnp.exe',
        'Isolated\u2066x',
        'Line\u2028break',
        'Bell\u0007',
      ]
      for (const title of bad) {
        const filed = await api.post<{ ticket: { title: string } }>('/api/tickets', {
          title,
          description: 'x',
        })
        const kept = filed.status === 201 && filed.body.ticket.title === title
        mustHold(!kept, `the title ${JSON.stringify(title)} is kept as it is`)
        const renamed = await api.post('/api/auth/profile', { name: title })
        mustHold(renamed.status === 400, `the name ${JSON.stringify(title)} is answered ${renamed.status}`)
      }
      return `${bad.length} titles and names are refused or made one line`
    },
  },
]
