import type { Ack, Delivery } from '../transport/transport.ts'

/** An ack, and what the person sees when it went wrong. */
export type Outcome = Ack & { userSees: string | undefined }

/** Delivers what a person did, and says what they see then. */
export type Interact = (delivered: Delivery) => Promise<Outcome>

export type ChannelChoice = { channel?: string }
