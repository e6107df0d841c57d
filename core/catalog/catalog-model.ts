import { modelSchema } from '../database/model-schema.ts'
import { indexOutbox } from '../outbox/outbox-fields.ts'
import { catalogSchema } from './catalog.ts'

export const catalogsSchema = modelSchema(catalogSchema)

indexOutbox(catalogsSchema)
