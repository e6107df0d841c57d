import type { Trouble } from '../../../desk-calls.ts'

/** What the menu offers, and what the bar says while it lasts. */
export const troubleWords: Record<Trouble, { offer: string; lasts: string }> = {
  'slack-down': { offer: 'Take Slack down for 30 s', lasts: 'Slack is down' },
  'discord-down': { offer: 'Take Discord down for 30 s', lasts: 'Discord is down' },
  'slack-rate-limit': { offer: 'Let Slack limit the rate', lasts: 'Slack limits the rate' },
  'discord-rate-limit': { offer: 'Let Discord limit the rate', lasts: 'Discord limits the rate' },
  'gemini-slow': { offer: 'Slow Gemini down', lasts: 'Gemini is slow' },
  'gemini-hostile': { offer: 'Let Gemini answer nonsense', lasts: 'Gemini answers nonsense' },
  'mail-refused': { offer: 'Refuse mail', lasts: 'The mail server refuses mail' },
  'many-tickets': { offer: 'File 20 tickets at once', lasts: 'Tickets are coming in' },
}
