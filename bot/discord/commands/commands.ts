import type { RESTPutAPIApplicationGuildCommandsJSONBody } from 'discord-api-types/v10'
import { dutyCommand } from './duty.ts'
import { linkCommand } from './link.ts'
import { replyCommand } from './reply.ts'
import { sendCommand } from './send-to-requester.ts'

/** All commands as Discord is told of them, and as the manifest shows them. */
export const discordCommands: RESTPutAPIApplicationGuildCommandsJSONBody = [
  replyCommand,
  sendCommand,
  dutyCommand,
  linkCommand,
]
