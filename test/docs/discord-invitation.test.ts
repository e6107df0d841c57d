import { readFileSync } from 'node:fs'
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { expect, test } from 'vitest'

const guide = readFileSync(new URL('../../docs/discord.md', import.meta.url), 'utf8')

test("the number in the bot's invitation stands for the permissions named beside it", () => {
  const number = guide.match(/discord\.com\/oauth2\/authorize\?\S+&permissions=(\d+)/)?.[1]
  const named = guide.match(/The number stands for: ([^.]+)\./)?.[1]?.split(', ') ?? []
  const bits = named.map((name) => {
    const flag = name.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase())
    expect(PermissionFlagsBits).toHaveProperty(flag)
    return PermissionFlagsBits[flag as keyof typeof PermissionFlagsBits]
  })
  expect(number).toBe(String(bits.reduce((sum, bit) => sum | bit, 0n)))
})
