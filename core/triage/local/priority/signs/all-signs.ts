import { calm } from './calm.ts'
import { harm } from './harm.ts'
import { haste } from './haste.ts'
import type { Sign } from './sign.ts'

/** In the order in which reasons are given. */
export const signs: readonly Sign[] = [...harm, ...haste, ...calm]
