import { z } from 'zod'
import { lineSchema } from '../text/line.ts'
import { textSchema } from '../text/text.ts'

/** in characters */
export const maxTitle = 150
export const titleSchema = lineSchema(5, maxTitle, 'Give it a title of at least 5 characters.')
/** in characters */
export const maxDescription = 10_000
export const descriptionSchema = textSchema(1, maxDescription, 'Say what happened.')
/** in characters */
export const maxResolution = 3_000
export const resolutionSchema = textSchema(1, maxResolution, 'Say how it was solved.')
export const tagListSchema = z.array(lineSchema(1, 40)).max(20)
