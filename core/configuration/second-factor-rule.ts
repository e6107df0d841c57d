export const secondFactorRules = ['optional', 'required'] as const
/** Whether moderators and admins have to have a second factor. */
export type SecondFactorRule = (typeof secondFactorRules)[number]
