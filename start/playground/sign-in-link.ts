import type { Desk } from '../../core/desk.ts'
import type { Accounts } from './set-up-people.ts'

/** Makes links that sign the playground's people in to the console, each once. */
export const signInLinks =
  (desk: Desk, accounts: Accounts, appUrl: string) =>
  async (key: string): Promise<string> => {
    const user = accounts[key]
    if (!user) throw new Error('The desk has no account of this person.')
    return `${appUrl}/welcome#${await desk.links.create('reset', { user })}`
  }
