import { emailKeyOf, type User } from './user.ts'

/** Finds people by what identifies them elsewhere. For a merged account, that is the survivor. */
export function createUsersByIdentity(
  findOne: (filter: object) => Promise<User | null>,
  survivorOf: (user: User | null) => Promise<User | null>,
) {
  const findPersonByEmail = async (email: string) =>
    survivorOf(await findOne({ emailKey: emailKeyOf(email) }))
  const findByOpenId = async (key: string) => survivorOf(await findOne({ openId: key }))
  const findByDiscord = async (discord: string) =>
    survivorOf((await findOne({ discord })) ?? (await findOne({ 'merged.discord': discord })))
  const findBySlack = async (team: string, user: string) =>
    survivorOf(
      (await findOne({ 'slack.team': team, 'slack.user': user })) ??
        (await findOne({ 'merged.slack.team': team, 'merged.slack.user': user })),
    )

  return { findPersonByEmail, findByOpenId, findByDiscord, findBySlack }
}
