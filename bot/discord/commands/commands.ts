import type { RESTPutAPIApplicationGuildCommandsJSONBody } from 'discord-api-types/v10'
import { dutyCommand } from './duty.ts'
import { fileMessageCommand } from './file-message.ts'
import { linkCommand } from './link.ts'
import { macroCommand } from './macro.ts'
import { panelCommand } from './panel.ts'
import { replyCommand } from './reply.ts'
import { sendCommand } from './send-to-requester.ts'
import { ticketCommand } from './ticket/ticket-command.ts'

/** All commands to register with Discord. The manifest lists the same. */
export const discordCommands: RESTPutAPIApplicationGuildCommandsJSONBody = [
  ticketCommand,
  replyCommand,
  macroCommand,
  sendCommand,
  fileMessageCommand,
  dutyCommand,
  linkCommand,
  panelCommand,
]
