/** The story that the tour walks. `requester` and `moderators` are names. What one types stands between backquotes. */
export const tourSteps = (requester: string, moderators: string): { title: string; text: string }[] => [
  {
    title: 'File a ticket in Slack',
    text: `You are ${requester}, an employee, in Slack on the left. Type \`/ticket Printer prints blank pages\` and press Enter. Fill in the form and file it.`,
  },
  {
    title: 'See it triaged and assigned in Discord',
    text: 'On the right, the desk has posted the ticket in its channel. Open the thread below it: the card has the priority, the skills, who it is assigned to and why.',
  },
  {
    title: 'Claim and answer',
    text: `Play the assigned moderator: choose among ${moderators} at the bottom of Discord. Press Claim, then type \`/reply\` and your answer. Other messages in the thread stay internal.`,
  },
  {
    title: 'Reply in Slack',
    text: `The answer is in the thread below ${requester}’s card, in the messages with Deskbridge. Reply there: the moderator sees it in Discord.`,
  },
  {
    title: 'Resolve it, and read the mail',
    text: 'Press Resolve in Discord and say how it was solved. Slack shows it, and Mailbox has the mails. Then make trouble with Simulate, and see the desk catch up.',
  },
]
