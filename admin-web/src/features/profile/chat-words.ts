import type { HandleKind } from '../../../../core/users/handles/handles.ts'

export const chatWords: Record<
  HandleKind,
  {
    name: string
    linked: string
    notLinked: string
    where: string
    command: (code: string) => string
    unlinked: string
  }
> = {
  slack: {
    name: 'Slack',
    linked: 'Linked: tickets that you file in Slack are yours here.',
    notLinked:
      'Not linked. Type /ticket in Slack once, and it finds this account by your e-mail address; or link it by a code.',
    where: 'Type this in Slack, wherever you would type /ticket:',
    command: (code) => `/ticket link ${code}`,
    unlinked:
      'What you file in Slack from now on is not yours here, though the e-mail address is the same, and the desk writes you nothing there. A code links it again, with what was filed meanwhile.',
  },
  discord: {
    name: 'Discord',
    linked: 'Linked. A new code links another Discord account in its place.',
    notLinked: 'Link your Discord account to claim and answer tickets in their threads.',
    where: "Type this in any channel of the desk's Discord server:",
    command: (code) => `/link ${code}`,
    unlinked: 'You can’t claim or answer tickets from Discord until you link it again.',
  },
}
