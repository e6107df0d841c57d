import { z } from 'zod'

/** A person's authenticator app (TOTP, RFC 6238) and recovery codes. */
export const secondFactorSchema = z.object({
  id: z.string().describe('another one for each time it is set up'),
  secret: z.string().describe('encrypted'),
  since: z.date(),
  lastStep: z
    .number()
    .int()
    .describe('time step of the last accepted code. Codes of it and of earlier ones are refused'),
  recoveryCodes: z.array(z.string()).describe('hashes of those that are not used yet'),
})
export type SecondFactor = z.infer<typeof secondFactorSchema>
