import type { RESTPutAPIApplicationGuildCommandsJSONBody } from 'discord-api-types/v10'
import { dutyCommand } from './duty.ts'
import { linkCommand } from './link.ts'
import { replyCommand } from './reply.ts'
import { sendCommand } from './send-to-requester.ts'

/** All commands, as registered with Discord and as in the manifest. */
export const discordCommands: RESTPutAPIApplicationGuildCommandsJSONBody = [
  replyCommand,
  sendCommand,
  dutyCommand,
  linkCommand,
]
