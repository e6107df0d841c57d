import { modelSchema } from '../../database/model-schema.ts'
import { trainingStateSchema } from './training-state.ts'
import { triageModelSchema } from './triage-model.ts'

export const triageModelsSchema = modelSchema(triageModelSchema)
triageModelsSchema.index({ number: 1 }, { unique: true })

export const trainingsSchema = modelSchema(trainingStateSchema)
