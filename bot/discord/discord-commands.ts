import type { RESTPutAPIApplicationGuildCommandsJSONBody } from 'discord-api-types/v10'
import { dutyCommand } from './commands/duty.ts'
import { linkCommand } from './commands/link.ts'
import { replyCommand } from './commands/reply.ts'
import { sendCommand } from './commands/send-to-requester.ts'

/** All commands as Discord is told of them, and as the manifest shows them. */
export const discordCommands: RESTPutAPIApplicationGuildCommandsJSONBody = [
  replyCommand,
  sendCommand,
  dutyCommand,
  linkCommand,
]
