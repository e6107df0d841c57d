import type { World } from './world.ts'

/** Makes time limits expire now, so tests need not wait. */
export const createExpiry = (world: World) => ({
  /** All threads may be renamed again, as after ten minutes. */
  forgetRenames() {
    for (const channel of world.channels.values()) if (channel.kind === 'thread') channel.renames = []
  },

  /** From now on a nonce used before no longer protects, as after some minutes. */
  forgetNonces: () => world.nonces.clear(),

  /** Ends every interaction token now, as after 15 minutes. */
  expireInteractions() {
    for (const interaction of world.interactions.values()) interaction.expired = true
  },
})
