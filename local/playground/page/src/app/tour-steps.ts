export type TourStep = { title: string; text: string }
type Steps = (requester: string, moderators: string) => TourStep[]

/**
 * The story that the tour walks, by the platforms that are played. `requester` and `moderators` are names. What one
 * types stands between backquotes.
 */
export function stepsFor({ slack, discord }: { slack: boolean; discord: boolean }): Steps {
  if (slack && discord) return sideBySide
  return slack ? inSlack : inDiscord
}

const sideBySide: Steps = (requester, moderators) => [
  {
    title: 'File a ticket in Slack',
    text: `You are ${requester}, an employee, in Slack. Type \`/ticket Printer prints blank pages\` and press Enter. Fill in the form and file it.`,
  },
  {
    title: 'See it triaged and assigned in Discord',
    text: 'In Discord, the desk has posted the ticket in its channel. Open it: the card has the priority, the skills, who it is assigned to and why.',
  },
  {
    title: 'Claim and answer',
    text: `Play the assigned moderator: choose ${moderators} at the bottom of Discord. Press Claim, then type \`/reply\` and your answer. Other messages in the thread stay internal.`,
  },
  {
    title: 'Reply in Slack',
    text: `The answer is in the thread below ${requester}’s card, in the messages with Deskbridge. Reply there: the moderator sees it in Discord.`,
  },
  {
    title: 'Resolve it, and read the mail',
    text: 'Press Resolve in Discord and say how it was solved. Slack shows it, and Mailbox has the mails, which can be answered. Then make trouble with Simulate, and see the desk catch up.',
  },
]

const inSlack: Steps = (requester, moderators) => [
  {
    title: 'File a ticket',
    text: `You are ${requester}, an employee. Type \`/ticket Printer prints blank pages\` and press Enter. Fill in the form and file it.`,
  },
  {
    title: 'See it triaged and assigned',
    text: `Be one of the moderators: choose ${moderators} at the top of Slack, and open #moderators. The card has the priority, the skills, who it is assigned to and why.`,
  },
  {
    title: 'Claim and answer',
    text: 'As the assigned moderator, press Claim, then Reply. Messages in the card’s thread stay internal, until you choose “Send to requester” among a message’s actions.',
  },
  {
    title: 'Reply',
    text: `Be ${requester} again. The answer is in the thread below the card, in the messages with Deskbridge. Reply there: the moderators see it in their thread.`,
  },
  {
    title: 'Resolve it, and read the mail',
    text: 'As the moderator, press Resolve and say how it was solved. Mailbox has the mails, which can be answered. Then make trouble with Simulate, and see the desk catch up.',
  },
]

const inDiscord: Steps = (requester, moderators) => [
  {
    title: 'File a ticket',
    text: `You are ${requester}, an employee and a member of the server, in #help. Type \`/ticket new\`, fill in the form and submit it. The desk opens a private thread for you.`,
  },
  {
    title: 'Claim and answer',
    text: `Play the assigned moderator: choose ${moderators} at the bottom of Discord. Open the ticket in #desk, which only moderators see, press Claim, then type \`/reply\` and your answer. Other messages in the thread stay internal.`,
  },
  {
    title: 'Reply',
    text: `Be ${requester} again. The answer is in your private thread. Reply there: the moderator sees it in theirs.`,
  },
  {
    title: 'Resolve it, and read the mail',
    text: 'As the moderator, press Resolve and say how it was solved. Mailbox has the mails, which can be answered. Then make trouble with Simulate, and see the desk catch up.',
  },
]
