import type { Desk } from '../../core/desk.ts'
import { forbidden, unauthenticated } from '../../core/errors.ts'
import { code, link, sentence } from '../../core/text/sentence.ts'
import type { User } from '../../core/users/user.ts'

export const howToLink = (appUrl: string) =>
  sentence`Your Discord account is not linked to the desk yet. Open your profile in the console (${link(`${appUrl}/profile`)}), choose “Link Discord”, and type ${code('/link CODE')} here with the code shown there.`

/**
 * The desk user of a person on Discord. It is looked up each time, so that a changed role applies at the next click.
 * @throws unauthenticated with instructions for linking, forbidden for a deactivated account
 */
export async function resolveActor(
  { desk, appUrl }: { desk: Pick<Desk, 'users'>; appUrl: string },
  discordUser: string,
): Promise<User> {
  const user = await desk.users.findByDiscord(discordUser)
  if (!user) throw unauthenticated(howToLink(appUrl))
  if (!user.active) throw forbidden('Your account on the desk is deactivated. Ask an admin.')
  return user
}
