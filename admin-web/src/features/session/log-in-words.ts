export const fromSlack = 'Coming from Slack? You don’t need a password: we can mail you a sign-in link.'
