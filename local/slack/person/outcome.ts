import type { Ack } from '../transport/transport.ts'

/** An ack, and what the person sees when it went wrong. */
export type Outcome = Ack & { userSees: string | undefined }

export type ChannelChoice = { channel?: string }
