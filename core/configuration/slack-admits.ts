/** Who on Slack gets an account: members of the workspace, its guests too, or people of other companies as well. */
export const slackAdmits = ['members', 'guests', 'everyone'] as const
export type SlackAdmits = (typeof slackAdmits)[number]
