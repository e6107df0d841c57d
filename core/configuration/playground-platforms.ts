import { z } from 'zod'

const platforms = ['slack', 'discord', 'discord-forum'] as const
export type PlaygroundPlatform = (typeof platforms)[number]

/** Which chat platforms the playground has, and of which kind the desk's channel on Discord is. */
export const playgroundPlatforms = z
  .string()
  .transform((list) => list.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(platforms, { error: `must be a comma-separated list of ${platforms.join(', ')}` })))
  .refine(
    (list) => !(list.includes('discord') && list.includes('discord-forum')),
    'must name either discord or discord-forum',
  )
