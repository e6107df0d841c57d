import type { Desk } from '../../core/desk.ts'
import { welcomeUrl } from '../../core/notifications/account-notice.ts'
import { slackSignInLink } from '../../core/users/mail-links/slack-sign-in-link.ts'
import { employees, workspace } from './people.ts'
import type { Accounts } from './set-up-people.ts'

const firstPage = '/'

/** Makes links that sign the playground's people in to the console: an employee's as from Slack, another's as by mail. */
export const signInLinks =
  (desk: Desk, accounts: Accounts, appUrl: string) =>
  async (key: string): Promise<string> => {
    const user = accounts[key]
    if (!user) throw new Error('The desk has no account of this person.')
    const employee = employees.find(({ handle }) => handle === key)
    const link = employee
      ? await slackSignInLink(desk, { team: workspace.id, user: employee.slack }, firstPage)
      : { token: await desk.links.create('sign-in', { user, next: firstPage }) }
    if (!link) throw new Error('This account is deactivated.')
    return welcomeUrl({ appUrl, token: link.token })
  }
