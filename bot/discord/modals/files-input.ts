import { type APILabelComponent, ComponentType } from 'discord-api-types/v10'

/** The custom id of the input. */
export const filesField = 'files'
/** As many as the desk takes with a message, and Discord in a form. */
const maxFiles = 10

/** Asks for files to send with a text. */
export const filesInput = {
  type: ComponentType.Label,
  label: 'Files',
  component: {
    type: ComponentType.FileUpload,
    custom_id: filesField,
    required: false,
    min_values: 0,
    max_values: maxFiles,
  },
} as const satisfies APILabelComponent
