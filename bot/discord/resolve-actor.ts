import type { Desk } from '../../core/desk.ts'
import { forbidden, unauthenticated } from '../../core/errors.ts'
import type { User } from '../../core/users/user.ts'

export const howToLink = (appUrl: string) =>
  `your Discord account is not linked to the desk yet. Open your profile in the console (${appUrl}/profile), choose “Link Discord”, and type \`/link CODE\` here with the code that it shows.`

/**
 * Who presses or writes here: looked up each time, so a role or a deactivation is in force at the next click.
 * @throws unauthenticated with the way to link, forbidden for a deactivated account
 */
export async function resolveActor(
  { desk, appUrl }: { desk: Pick<Desk, 'users'>; appUrl: string },
  discordUser: string,
): Promise<User> {
  const user = await desk.users.findByDiscord(discordUser)
  if (!user) throw unauthenticated(`Not done: ${howToLink(appUrl)}`)
  if (!user.active) throw forbidden('Your account on the desk is deactivated. Ask an admin.')
  return user
}
