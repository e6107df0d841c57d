import { z } from 'zod'
import { languageListSchema, nameSchema, roles, skillSchema } from '../../../../core/users/user.ts'
import { useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import type { UserView } from '../../shared/http/answers.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { useUpdateUser } from './use-update-user.ts'
import { editOf, userFieldsOf } from './user-edit.ts'

const schema = z.object({
  name: nameSchema,
  role: z.enum(roles),
  active: z.boolean(),
  skills: z.array(skillSchema).max(50, 'Choose at most 50 skills.'),
  languages: languageListSchema,
  capacity: z
    .number('Enter a whole number.')
    .int('Enter a whole number.')
    .min(0, 'At least 0.')
    .max(500, 'At most 500.'),
  onDuty: z.boolean(),
  discord: z
    .string()
    .regex(/^\d{17,20}$/, 'Enter a Discord user ID of 17 to 20 digits.')
    .nullable(),
})

export const formFields = Object.keys(schema.shape)

/** The form for one account; `edit` is what differs from the saved account so far. */
export function useUserForm(user: UserView, onSaved: () => void) {
  const update = useUpdateUser()
  const form = useSchemaForm(schema, userFieldsOf(user), update.error)
  const submit = form.handleSubmit((fields) => {
    const edit = editOf(user, fields)
    if (update.isPending) return
    if (Object.keys(edit).length === 0) return onSaved()
    update.mutate(
      { id: user.id, ...edit },
      {
        onSuccess: ({ user: saved }) => {
          toast('success', `Changes to ${saved.name} saved`)
          onSaved()
        },
      },
    )
  })
  return { form, edit: editOf(user, form.watch()), submit, update }
}

export type UserForm = ReturnType<typeof useUserForm>['form']
