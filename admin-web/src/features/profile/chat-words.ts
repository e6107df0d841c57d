import type { HandleKind } from '../../../../core/users/handles/handles.ts'

export const chatWords: Record<
  HandleKind,
  {
    linked: string
    notLinked: string
    where: string
    command: (code: string) => string
    unlinked: string
  }
> = {
  slack: {
    linked: 'Linked. Tickets you file in Slack appear here.',
    notLinked:
      'Not linked. Use /ticket in Slack once to link it by your e-mail address, or link it with a code.',
    where: 'Type this in Slack, where you would type /ticket:',
    command: (code) => `/ticket link ${code}`,
    unlinked:
      'Tickets you file in Slack from now on don’t appear here, even if the e-mail address is the same, and the desk doesn’t message you there. If you link Slack again with a code, they appear.',
  },
  discord: {
    linked: 'Linked. To use another Discord account instead, link it with a new code.',
    notLinked: 'Not linked. Link your Discord account to file, follow and answer tickets there.',
    where: 'Type this in any channel of the desk’s Discord server:',
    command: (code) => `/link ${code}`,
    unlinked: 'You can’t file, follow or answer tickets on Discord until you link it again.',
  },
}
