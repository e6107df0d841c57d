import { failures } from '../failures.ts'
import type { Json } from '../validation/form.ts'
import type { World } from '../world.ts'

/** Refuses a message of the bot that holds a text the policy bans, as Discord's filter for harmful links does. */
export function refuseBannedText(world: World, authorId: string, { content, embeds }: Json) {
  const text = JSON.stringify({ content, embeds })
  if (authorId === world.bot.id && world.policy.bannedInMessages.some((word) => text.includes(word)))
    throw failures.harmfulLink()
}
