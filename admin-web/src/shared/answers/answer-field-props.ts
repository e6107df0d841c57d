import type { UseFormRegisterReturn } from 'react-hook-form'
import type { CategoryField } from '../../../../core/catalog/form/category-field.ts'

/** @property input from `fieldOf` */
export type AnswerFieldProps = {
  field: CategoryField
  input: UseFormRegisterReturn & { error?: string | undefined }
}
