import { useState } from 'react'
import { z } from 'zod'
import { nameSchema, roles, skillSchema } from '../../../../core/users/user.ts'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { useFieldErrors } from '../../shared/forms/use-field-errors.ts'
import type { UserView } from '../../shared/http/answers.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { useUpdateUser } from './use-update-user.ts'
import { editOf, type UserFields, userFieldsOf } from './user-edit.ts'

export const formFields = ['name', 'role', 'skills', 'capacity', 'discord']

const schema = z.object({
  name: nameSchema,
  role: z.enum(roles),
  skills: z.array(skillSchema).max(50, 'At most 50 skills.'),
  capacity: z.number('Give a whole number.').int('Give a whole number.').min(0).max(500, 'At most 500.'),
  discord: z
    .string()
    .regex(/^\d{17,20}$/, 'A Discord user id is 17 to 20 digits.')
    .nullable(),
})

export function useUserForm(user: UserView, onSaved: () => void) {
  const [typed, setTyped] = useState<UserFields>(() => userFieldsOf(user))
  const { errors: found, check, clear } = useFieldErrors()
  const update = useUpdateUser()
  const edit = editOf(user, typed)

  const set = <F extends keyof UserFields>(field: F, value: UserFields[F]) => {
    setTyped((before) => ({ ...before, [field]: value }))
    clear(field)
    if (update.isError) update.reset()
  }
  const submit = () => {
    if (update.isPending || !check(schema, typed)) return
    if (Object.keys(edit).length === 0) return onSaved()
    update.mutate(
      { id: user.id, ...edit },
      {
        onSuccess: ({ user: saved }) => {
          toast('success', `${saved.name} is saved.`)
          onSaved()
        },
      },
    )
  }

  return { typed, set, edit, submit, update, errors: { ...fieldErrorsIn(update.error), ...found } }
}

export type UserForm = ReturnType<typeof useUserForm>
