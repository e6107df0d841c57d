import type { ButtonInteraction } from 'discord.js'
import type { Bot } from '../bot.ts'
import { resolutionModal } from '../modals/resolution.ts'

/** The modal must come within 3 s and so before any look-up; whether the person may resolve is decided at its end. */
export const pressResolve = (_bot: Bot, interaction: ButtonInteraction, ticket: string) =>
  interaction.showModal(
    resolutionModal(ticket, /^#\d+/.exec(interaction.message.embeds[0]?.title ?? '')?.[0]),
  )
