/** The scopes of the bot's token, and what each is for. docs/slack.md tells admins. */
export const scopes = [
  'commands',
  'chat:write',
  'im:write', // opens the conversation with the requester
  'im:history', // reads replies there, and finds a card that was already posted
  'metadata.message:read', // recognises a card
  'users:read', // reads the name, and whether the address is confirmed
  'users:read.email',
  'channels:read', // reads the names of channels that messages mention
  'groups:read', // the same for private ones that the app is in
  'usergroups:read', // reads the handles of groups that messages mention
  'files:read', // takes files from the form and from threads
  'files:write', // shows files in tickets' threads
  'reactions:read', // hears of reactions: :ticket: files, and staff see those of the requester
  'reactions:write', // shows the requester that staff reacted
  'app_mentions:read', // hears of messages that mention the app
  'channels:history', // reads the message that is to be filed, and the moderators' channel
  'groups:history', // the same in private channels that the app is in
] as const
export type Scope = (typeof scopes)[number]

/** What an app that was installed with an older manifest lacks. @param granted undefined: Slack did not say */
export const missingScopes = (granted: readonly string[] | undefined): Scope[] =>
  granted ? scopes.filter((scope) => !granted.includes(scope)) : []
