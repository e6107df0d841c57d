import type { Trouble } from '../../../desk-calls.ts'

/** What the menu offers, and what the bar says while it lasts. */
export const troubleWords: Record<Trouble, { offer: string; lasts: string }> = {
  'slack-down': { offer: 'Take Slack down for 30 s', lasts: 'Slack is down' },
  'discord-down': { offer: 'Take Discord down for 30 s', lasts: 'Discord is down' },
  'slack-rate-limit': { offer: 'Make Slack rate-limit the desk', lasts: 'Slack rate-limits the desk' },
  'discord-rate-limit': { offer: 'Make Discord rate-limit the desk', lasts: 'Discord rate-limits the desk' },
  'gemini-slow': { offer: 'Make Gemini slow', lasts: 'Gemini is slow' },
  'gemini-hostile': { offer: 'Make Gemini answer nonsense', lasts: 'Gemini answers nonsense' },
  'mail-refused': { offer: 'Make the mail server refuse mail', lasts: 'The mail server refuses mail' },
  'many-tickets': { offer: 'File 20 tickets at once', lasts: 'Tickets are coming in' },
}
