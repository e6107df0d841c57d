import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createTokens } from '../../core/users/sign-in/tokens.ts'
import type { World } from './story-world.ts'

/** Moderators by the dozen, with a session and a Discord account each: written into the database, not signed up. */
export async function tokensFor(world: World, count: number) {
  const secret = await readFile(`${world.dataFolder}/jwt-secret`, 'utf8')
  const tokens = createTokens(secret.trim())
  const people = Array.from({ length: count }, (_, index) => {
    const user = randomBytes(12).toString('hex')
    const session = randomBytes(12).toString('hex')
    const discord = `3000000000000${String(index).padStart(5, '0')}`
    return { user, session, discord, name: `Moderator ${index}`, token: tokens.sign({ user, session }) }
  })
  const now = new Date()
  await world.database.collection('users').insertMany(
    people.map(({ user, name, discord }, index) => ({
      _id: user as never,
      email: `m${index}@example.com`,
      emailKey: `m${index}@example.com`,
      emailVerified: true,
      pending: [],
      name,
      role: 'moderator',
      active: true,
      passwordHash: null,
      skills: [],
      capacity: 10,
      onDuty: false,
      discord,
      lastAssignedAt: null,
      outbox: [],
      attempts: 0,
      version: 1,
      createdAt: now,
    })),
  )
  await world.database.collection('sessions').insertMany(
    people.map(({ user, session }) => ({
      _id: session as never,
      user,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
    })),
  )
  for (const { discord, name } of people)
    world.discord.addPerson({ id: discord, username: name.toLowerCase().replace(' ', ''), globalName: name })
  return people
}
